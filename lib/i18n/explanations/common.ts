import type { Explanations } from './explanation.ts';

/** What several APIs answer alike. */
export const common = {
  'STD-00000': {
    causes: [
      [
        'Ett eller flere felt er feil. Hver feil står i `validationErrors` med sin egen kode, som AUTH.VLD-00001.',
        'Eitt eller fleire felt er feil. Kvar feil står i `validationErrors` med sin eigen kode, som AUTH.VLD-00001.',
        'One or more fields are wrong. Each fault is in `validationErrors` with a code of its own, such as AUTH.VLD-00001.',
      ],
    ],
    cures: [
      [
        'Slå opp hver `code` i `validationErrors`; `paths` viser feltet. Rett alle før du prøver igjen.',
        'Slå opp kvar `code` i `validationErrors`; `paths` viser feltet. Rett alle før du prøver igjen.',
        'Look up each `code` in `validationErrors`; `paths` shows the field. Correct them all before you try again.',
      ],
    ],
  },
} as const satisfies Explanations;
