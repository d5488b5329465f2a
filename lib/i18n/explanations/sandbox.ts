import type { Explanations } from './explanation.ts';

/** What the controls of the sandbox refuse. */
export const sandbox = {
  'SBX-00001': {
    causes: [
      [
        'Tiden er før `earliest`. Et token kunne da vært hentet to ganger med samme JWT.',
        'Tida er før `earliest`. Eit token kunne då ha vore henta to gonger med same JWT.',
        'The time is before `earliest`. The same JWT could then get a token twice.',
      ],
    ],
    cures: [
      [
        'Les `earliest` med `GET /_sandbox/clock`, og velg en senere tid.',
        'Les `earliest` med `GET /_sandbox/clock`, og vel ei seinare tid.',
        'Read `earliest` with `GET /_sandbox/clock`, and choose a later time.',
      ],
    ],
  },
  'SBX-00002': {
    causes: [
      [
        '`advance`, eller en knapp på siden /sandbox, flytter klokka ut av årene 2000 til 2099.',
        '`advance`, eller ein knapp på sida /sandbox, flyttar klokka ut av åra 2000 til 2099.',
        '`advance`, or a button on the page /sandbox, moves the clock out of the years 2000 to 2099.',
      ],
    ],
    cures: [
      [
        'Velg en annen tid. `DELETE /_sandbox/clock` stiller klokka tilbake til virkelig tid.',
        'Vel ei anna tid. `DELETE /_sandbox/clock` stiller klokka tilbake til verkeleg tid.',
        'Choose another time. `DELETE /_sandbox/clock` sets the clock back to real time.',
      ],
    ],
  },
} as const satisfies Explanations;
