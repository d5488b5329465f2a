import { readJson } from '#lib/http/body.ts';
import { problemResponse } from '#lib/http/problem-response.ts';
import { empty, json } from '#lib/http/responses.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';
import { listScenarios, removeScenario, setScenario } from '#lib/sandbox/scenarios/change-scenarios.ts';
import { scenarioBody, scenarioDto, scenarioListDto, toScenarioDto } from '#lib/sandbox/scenarios/schema.ts';
import { openSandboxFor } from '../../../api/_parts/token-section.ts';
import { CHANGE_DOC, openForChange } from '../../_parts/open-for-change.ts';

/** What the calls of clients meet. */
export const scenarios = apiSection({
  base: '/_sandbox/scenarios',
  title: 'Sandbox control',
  onError: problemResponse,
  endpoints: [
    endpoint(
      'GET',
      '',
      { summary: 'The scenarios of clients that are in force', answer: scenarioListDto, auth: CHANGE_DOC.auth },
      async ({ request }) => json({ scenarios: (await listScenarios(openSandboxFor(request))).map(toScenarioDto) }),
    ),
    endpoint(
      'PUT',
      '{clientId}',
      {
        summary: 'Let the calls of a client fail, be slow or lose their answers',
        ...CHANGE_DOC,
        body: scenarioBody,
        bodyExample: { scenario: 'delay=500, 503', times: 3 },
        answer: scenarioDto,
      },
      async ({ request, params }) => {
        const sandbox = openForChange(request);
        const body = await readJson(request, scenarioBody);
        return json(toScenarioDto(await setScenario(sandbox, { ...params, ...body })));
      },
    ),
    endpoint(
      'DELETE',
      '{clientId}',
      {
        summary: 'Let the calls of a client go on as ever',
        ...CHANGE_DOC,
        answer: 'nothing',
        responses: { 204: 'Nothing is set any more', 404: 'Nothing was set' },
      },
      async ({ request, params }) => {
        await removeScenario(openForChange(request), params.clientId);
        return empty(204);
      },
    ),
  ],
});
