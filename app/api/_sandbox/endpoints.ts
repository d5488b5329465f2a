import { readJson } from '#lib/http/body.ts';
import { problemResponse } from '#lib/http/problem-response.ts';
import { json } from '#lib/http/responses.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';
import { clockChangeDto, clockDto, resetDto } from '#lib/sandbox/clock-schema.ts';
import { moveClock, releaseClock } from '#lib/sandbox/move-clock.ts';
import { type ClockReading, readClock } from '#lib/sandbox/read-clock.ts';
import { resetSandbox } from '#lib/sandbox/reset-sandbox.ts';
import { CONTROLS_AUTH, CONTROLS_MARKER, openToChange, openToRead } from './controls.ts';

const auth = CONTROLS_AUTH;

/** Both methods set the clock: PUT for who sets a time, POST for who moves it on. */
const moving = (method: 'PUT' | 'POST', summary: string) =>
  endpoint(
    method,
    'clock',
    {
      summary,
      auth,
      body: clockChangeDto,
      bodyExample: method === 'PUT' ? { now: '2027-03-01T08:00:00Z', frozen: true } : { advance: 'PT1H' },
      answer: clockDto,
      responses: {
        200: 'The clock as it stands now',
        400: 'A time that no clock shows (SBX-00002)',
        409: 'Grants that were used at that time are forgotten (SBX-00001)',
      },
    },
    async ({ request }) => {
      const controls = openToChange(request);
      return json(toDto(await moveClock(controls, await readJson(request, clockChangeDto))));
    },
  );

/** Time and data of the sandbox, for tests that steer them. */
export const sandboxControls = apiSection({
  base: '/_sandbox',
  title: 'Sandbox controls',
  onError: problemResponse,
  endpoints: [
    endpoint('GET', 'clock', { summary: 'The time of the sandbox', auth, answer: clockDto }, async ({ request }) =>
      json(toDto(await readClock(openToRead(request)))),
    ),
    moving('PUT', 'Set the time, stop the clock or start it again'),
    moving('POST', 'Move the clock on or back'),
    endpoint(
      'DELETE',
      'clock',
      { summary: 'Give the sandbox the real time back', auth, headers: CONTROLS_MARKER, answer: clockDto },
      async ({ request }) => json(toDto(await releaseClock(openToChange(request)))),
    ),
    endpoint(
      'POST',
      'reset',
      {
        summary: 'Begin anew: data as at the first start, nobody logged in, real time',
        auth,
        headers: CONTROLS_MARKER,
        answer: resetDto,
      },
      async ({ request }) => {
        const { now, durationMs } = await resetSandbox(openToChange(request));
        return json({ now: now.toISOString(), durationMs });
      },
    ),
  ],
});

function toDto({ now, isFrozen, offsetMs, earliest }: ClockReading) {
  return {
    now: now.toISOString(),
    frozen: isFrozen,
    offsetSeconds: offsetMs / 1000,
    earliest: earliest?.toISOString() ?? null,
  };
}
