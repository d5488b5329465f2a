import { z } from 'zod';
import { readFlag } from '#lib/http/query.ts';
import { readModel } from '#lib/http/read-model.ts';
import { indentedJson, text } from '#lib/http/responses.ts';
import { endpoint } from '#lib/http/section.ts';
import { flatRulesOf, rightsOf } from '#lib/resources/policies/flatten-policy.ts';
import { readPolicy, readStoredPolicy } from '#lib/resources/read-policy.ts';
import { readResourcesBySubjects, readSubjects } from '#lib/resources/read-subjects.ts';
import {
  bySubjectsDto,
  flatRuleDto,
  rightDto,
  subjectsDto,
  subjectsSchema,
  toFlatRuleDto,
  toResourceUrnDto,
  toRightDto,
  toUrnDto,
} from '#lib/resources/schema.ts';
import { fromBearer } from '#lib/session/bearer.ts';

/** What everybody may read of policies. */
export const policyEndpoints = [
  endpoint(
    'GET',
    '{id}/policy',
    {
      summary: 'Download the policy as XML',
      answer: z.string(),
      answerType: 'text/xml',
      auth: 'anonymous',
      responses: { 200: 'text/xml', 404: 'Says whether the resource or its policy is missing' },
    },
    async ({ request, params }) => {
      const { xml } = await readStoredPolicy(await fromBearer(request), params.id);
      return text(xml, 200, {
        'content-type': 'text/xml',
        'content-disposition': 'attachment; filename=policy.xml',
      });
    },
  ),
  endpoint(
    'GET',
    '{id}/policy/subjects',
    {
      summary: 'List the subjects that the policy mentions',
      answer: subjectsDto,
      auth: 'anonymous',
      query: { reloadFromXacml: 'accepted; the index is always in step with the policy' },
      responses: { 200: 'Subjects', 404: 'None' },
    },
    async ({ request, params, url }) => {
      readFlag(url, 'reloadFromXacml');
      const urns = await readSubjects(await fromBearer(request), params.id);
      return indentedJson({ links: {}, data: urns.map(toUrnDto) });
    },
  ),
  endpoint(
    'GET',
    '{id}/policy/rules',
    {
      summary: 'List the policy as one subject, action and resource combination each',
      answer: z.array(flatRuleDto),
      auth: 'anonymous',
      responses: { 200: 'Rules', 404: 'No policy' },
    },
    async ({ request, params }) => {
      const policy = await readPolicy(await fromBearer(request), params.id);
      return indentedJson(flatRulesOf(policy).map(toFlatRuleDto));
    },
  ),
  endpoint(
    'GET',
    '{id}/policy/rights',
    {
      summary: 'List what may be done, with all who may',
      answer: z.array(rightDto),
      auth: 'anonymous',
      responses: { 200: 'Rights', 404: 'No policy' },
    },
    async ({ request, params }) => {
      const policy = await readPolicy(await fromBearer(request), params.id);
      return indentedJson(rightsOf(policy).map(toRightDto));
    },
  ),
  endpoint(
    'POST',
    'bysubjects',
    {
      summary: 'Find the resources whose policies mention the subjects',
      answer: bySubjectsDto,
      auth: 'anonymous',
      body: subjectsSchema,
      responses: { 200: 'Resources by subject' },
    },
    async ({ request }) => {
      const found = await readResourcesBySubjects(
        await fromBearer(request),
        await readModel(request, subjectsSchema, 'subjects'),
      );
      const data = found.map(({ subjectUrn, identifiers }) => ({
        subject: toUrnDto(subjectUrn),
        resources: identifiers.map(toResourceUrnDto),
      }));
      return indentedJson({ links: {}, data });
    },
  ),
];
