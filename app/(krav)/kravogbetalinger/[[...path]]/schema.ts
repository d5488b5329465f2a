import { z } from 'zod';

const kroner = z.number();
const day = z.iso.date();
const periode = z.strictObject({ fraOgMed: day, tilOgMed: day });
const sums = { sumStipulerteRenter: kroner, sumForfalteKrav: kroner, sumIkkeForfalteKrav: kroner };
const forfall = z
  .strictObject({
    kravforfallsIdentifikator: z.string(),
    forfallsdato: day,
    opprinneligBeloep: kroner,
    gjenstaaendeBeloep: kroner,
    plassertInnbetaling: z.array(
      z.strictObject({ innbetalingsIdentifikator: z.string(), plassertBeloep: kroner, plassertDato: day }),
    ),
    plassertMotkrav: z.array(z.unknown()),
    betalingsinformasjon: z.strictObject({
      kidnummer: z.string(),
      konto: z.strictObject({ kontonummer: z.string() }),
    }),
  })
  .meta({ id: 'Kravforfall' });
const krav = z
  .strictObject({
    kravidentifikator: z.string(),
    kravtype: z.string(),
    kravgruppe: z.string(),
    kravbeskrivelse: z.strictObject({
      spraakTekst: z.array(z.strictObject({ spraak: z.enum(['nb', 'nn', 'en']), tekst: z.string() })),
    }),
    kravperiode: z.strictObject({
      aar: z.string(),
      periodeBeskrivelse: z.string(),
      fraDato: day,
      tilDato: day,
      terminTekniskNavn: z.string(),
    }),
    opprettelsesdatoForKrav: day,
    opprinneligBeloep: kroner,
    gjenstaaendeBeloep: kroner,
    stipulerteRenter: kroner,
    kravforfall: z.array(forfall),
  })
  .meta({ id: 'Krav' });
const innbetaling = z
  .strictObject({
    partIdentifikator: z.string(),
    innbetalingsidentifikator: z.string(),
    innbetalingsdato: day,
    innbetaltBeloep: kroner,
    uplassertBeloep: kroner.optional(),
    innbetaltFra: z.strictObject({
      konto: z.strictObject({ kontoeiersNavn: z.string(), kontonummer: z.string() }),
    }),
    innbetalingstype: z.string(),
  })
  .meta({ id: 'Innbetaling' });

/** The body of `aapnekrav`. */
export const openClaimsAnswer = z.strictObject({
  partIdentifikator: z.string(),
  aapentKravMedGjenstaaendeBeloep: z.array(krav),
  innbetalingMedUplassertBeloep: z.array(innbetaling),
  totalOversikt: z.strictObject({ ...sums, sumUplasserteInnbetalinger: kroner, saldo: kroner }),
  oversiktPerKravgruppe: z.array(z.strictObject({ kravgruppe: z.string(), ...sums, saldo: kroner })),
});

/** The body of `krav`. */
export const claimsAnswer = z.strictObject({ partIdentifikator: z.string(), periode, krav: z.array(krav) });

/** The body of `innbetalinger`. */
export const paymentsAnswer = z.strictObject({
  partIdentifikator: z.string(),
  periode,
  innbetaling: z.array(innbetaling),
});
