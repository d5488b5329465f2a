import { createHash } from 'node:crypto';
import { compareVersions } from '#lib/resources/compare-versions.ts';
import type { Resource, ResourceDetails } from '#lib/resources/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import type { AnsweredState } from '../../../_parts/form-state.ts';
import { changeWords } from './change-words.ts';

/** What the next version would change, in words; what is confirmed stands for it and for the version it was compared with. */
export async function reviewOf(
  resource: Resource,
  details: ResourceDetails,
): Promise<Pick<AnsweredState, 'answer' | 'confirm'>> {
  const t = await translator('owner');
  const changes = compareVersions(resource, details);
  if (changes.length === 0) return { answer: { tone: 'info', title: t('versions.unchanged'), sections: [] } };
  const value = createHash('sha256')
    .update(JSON.stringify([resource.versionId, details]))
    .digest('base64url');
  return {
    answer: {
      tone: 'info',
      title: t('versions.reviewTitle'),
      text: t('versions.reviewText'),
      sections: [{ heading: t('versions.changes'), items: changeWords(t, await pageLanguage(), changes) }],
    },
    confirm: { text: t('versions.publish'), value },
  };
}
