import { z } from 'zod';
import type { ApiRequest } from '#lib/http/api-request.ts';
import { LANGUAGE_HEADER } from '#lib/http/language.ts';
import { problemResponse } from '#lib/http/problem-response.ts';
import { json } from '#lib/http/responses.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';
import { listFrontSystems, readFrontSystemContents } from '#lib/requests/front/read-front.ts';
import {
  frontContentsDto,
  frontSystemDto,
  toFrontContentsDto,
  toFrontLanguage,
  toFrontSystemDto,
} from '#lib/requests/front/schema.ts';
import { END_USER } from '#lib/requests/scopes.ts';
import { fromBearer } from '#lib/session/bearer.ts';

const languageOf = (request: ApiRequest) => toFrontLanguage(request.headers.get('accept-language'));

/** The system register as the portal's front end reads it. */
export const frontSystemRegister = apiSection({
  base: '/accessmanagement/api/v1/systemregister',
  title: 'Portal: system register',
  onError: problemResponse,
  endpoints: [
    endpoint(
      'GET',
      '',
      {
        summary: 'Systems that end users can choose',
        answer: z.array(frontSystemDto),
        auth: END_USER,
        headers: LANGUAGE_HEADER,
      },
      async ({ request }) => {
        const systems = await listFrontSystems(await fromBearer(request));
        return json(systems.map((system) => toFrontSystemDto(system, languageOf(request))));
      },
    ),
    endpoint(
      'GET',
      'rights/{systemId}',
      {
        summary: 'What a system asks for, in words',
        answer: frontContentsDto,
        auth: END_USER,
        headers: LANGUAGE_HEADER,
      },
      async ({ request, params }) => {
        const contents = await readFrontSystemContents(await fromBearer(request), params.systemId);
        return json(toFrontContentsDto(contents, languageOf(request)));
      },
    ),
  ],
});
