import type { Transaction } from '#db/open.ts';
import { SYSTEM_RESOURCES } from '#lib/parties/authority.ts';
import type { LanguageTexts, ResourceDetails } from '#lib/resources/model.ts';
import { type RuleSentence, simplePolicy } from '#lib/resources/policies/simple-policy.ts';
import { storePolicy } from '#lib/resources/store-policy.ts';
import { storeResource } from '#lib/resources/store-resource.ts';
import { ORG } from './story.ts';

/** Roles that stand for the organisation itself and hold everything. */
const MANAGERS = ['DAGL', 'LEDE', 'INNH', 'DTSO', 'DTPR', 'BOBE'] as const;
const LEVEL = 3;
/** The service that its owner takes down again before the story begins. */
export const VEHICLE_TAX = 'ske-aarsavgift-kjoretoy';

/** The tax administration as the owner of services. */
export const skatteetaten: Owner = { orgNo: ORG.skatteetaten, orgcode: 'skd', name: same('Skatteetaten') };
const digdir: Owner = { orgNo: ORG.digdir, orgcode: 'digdir', name: same('Digdir') };

type Owner = { readonly orgNo: string; readonly orgcode: string; readonly name: LanguageTexts };
type SeedResource = {
  readonly details: ResourceDetails;
  readonly rules: readonly RuleSentence[];
};

/** Registers the services of the story, and the resources that guard the portal's own administration. */
export async function seedResources(tx: Transaction, at: Date): Promise<void> {
  for (const { details, rules } of [...SERVICES, ...administration()]) {
    await storeResource(tx, details, at);
    await storePolicy(tx, {
      identifier: details.identifier,
      policy: simplePolicy(details.identifier, rules, LEVEL),
      at,
    });
  }
}

const SERVICES: readonly SeedResource[] = [
  {
    details: resource(skatteetaten, {
      identifier: 'ske-krav-og-betalinger',
      title: { nb: 'Krav og betalinger', nn: 'Krav og betalingar', en: 'Claims and payments' },
      description: {
        nb: 'Utestående skatte- og avgiftskrav for virksomheten, med innbetalinger og utbetalinger.',
        nn: 'Uteståande skatte- og avgiftskrav for verksemda, med innbetalingar og utbetalingar.',
        en: 'Outstanding tax and fee claims of the organisation, with payments in and out.',
      },
      rightDescription: {
        nb: 'Se hva virksomheten skylder Skatteetaten, og hva som er betalt.',
        nn: 'Sjå kva verksemda skuldar Skatteetaten, og kva som er betalt.',
        en: 'See what the organisation owes the Tax Administration, and what has been paid.',
      },
      resourceReferences: [
        {
          referenceSource: 'ExternalPlatform',
          referenceType: 'MaskinportenScope',
          reference: 'skatteetaten:kravogbetalinger',
        },
      ],
    }),
    rules: [{ roles: MANAGERS, packages: ['krav-og-utlegg'], actions: ['read'] }],
  },
  {
    details: resource(skatteetaten, {
      identifier: 'ske-skattemelding-naering',
      personMustSign: true,
      title: {
        nb: 'Skattemelding for næringsdrivende',
        nn: 'Skattemelding for næringsdrivande',
        en: 'Tax return for businesses',
      },
      description: {
        nb: 'Hente, fylle ut og sende inn skattemeldingen for virksomheten.',
        nn: 'Hente, fylle ut og sende inn skattemeldinga for verksemda.',
        en: 'Fetch, complete and submit the tax return of the organisation.',
      },
      rightDescription: {
        nb: 'Hente, fylle ut og sende inn skattemeldingen for virksomheten.',
        nn: 'Hente, fylle ut og sende inn skattemeldinga for verksemda.',
        en: 'Fetch, complete and submit the tax return of the organisation.',
      },
    }),
    rules: [{ roles: MANAGERS, packages: ['skatt-naering'], actions: ['read', 'write'] }],
  },
  {
    details: resource(skatteetaten, {
      identifier: 'ske-mva-melding',
      title: { nb: 'Mva-melding', nn: 'Mva-melding', en: 'VAT return' },
      description: {
        nb: 'Hente, fylle ut og sende inn mva-melding for virksomheten.',
        nn: 'Hente, fylle ut og sende inn mva-melding for verksemda.',
        en: 'Fetch, complete and submit the VAT return of the organisation.',
      },
      rightDescription: {
        nb: 'Hente, fylle ut og sende inn mva-melding for virksomheten.',
        nn: 'Hente, fylle ut og sende inn mva-melding for verksemda.',
        en: 'Fetch, complete and submit the VAT return of the organisation.',
      },
    }),
    rules: [{ roles: MANAGERS, packages: ['merverdiavgift', 'skatt-naering'], actions: ['read', 'write'] }],
  },
  {
    details: {
      ...resource(skatteetaten, {
        identifier: 'app_skd_forskuddsskatt-bedrift',
        title: {
          nb: 'Endre forskuddsskatt for bedrift',
          nn: 'Endre forskotsskatt for bedrift',
          en: 'Change advance tax for a business',
        },
        description: {
          nb: 'Skjema i Altinn Studio for å endre forskuddsskatten gjennom året.',
          nn: 'Skjema i Altinn Studio for å endre forskotsskatten gjennom året.',
          en: 'A form made in Altinn Studio for changing the advance tax during the year.',
        },
        rightDescription: {
          nb: 'Fylle ut og sende inn endring av forskuddsskatt.',
          nn: 'Fylle ut og sende inn endring av forskotsskatt.',
          en: 'Complete and submit a change of advance tax.',
        },
        resourceReferences: [
          { referenceSource: 'Altinn3', referenceType: 'ApplicationId', reference: 'skd/forskuddsskatt-bedrift' },
        ],
      }),
      resourceType: 'AltinnApp',
    },
    rules: [
      {
        roles: MANAGERS,
        packages: ['skatt-naering', 'regnskapsforer-uten-signeringsrettighet'],
        actions: ['read', 'write'],
      },
    ],
  },
  {
    details: {
      ...resource(skatteetaten, {
        identifier: 'ske-innsyn-taushetsbelagt',
        title: { nb: 'Innsyn i kontrollsaker', nn: 'Innsyn i kontrollsaker', en: 'Access to audit cases' },
        description: {
          nb: 'Innsyn i pågående kontrollsaker. Fullmakten kan ikke gis videre til et system.',
          nn: 'Innsyn i kontrollsaker som er i gang. Fullmakta kan ikkje givast vidare til eit system.',
          en: 'Access to ongoing audit cases. The authority cannot be passed on to a system.',
        },
      }),
      delegable: false,
    },
    rules: [{ roles: MANAGERS, actions: ['read'] }],
  },
  {
    details: resource(skatteetaten, {
      identifier: VEHICLE_TAX,
      title: { nb: 'Årsavgift for kjøretøy', nn: 'Årsavgift for køyretøy', en: 'Annual vehicle tax' },
      description: {
        nb: 'Avgiften som skulle betales for kjøretøy hvert år.',
        nn: 'Avgifta som skulle betalast for køyretøy kvart år.',
        en: 'The tax that was to be paid on vehicles every year.',
      },
      rightDescription: {
        nb: 'Se årsavgiften for kjøretøyene til virksomheten.',
        nn: 'Sjå årsavgifta for køyretøya til verksemda.',
        en: 'See the annual tax on the vehicles of the organisation.',
      },
    }),
    rules: [{ roles: MANAGERS, actions: ['read'] }],
  },
];

function administration(): readonly SeedResource[] {
  const titles: Readonly<Record<keyof typeof SYSTEM_RESOURCES, LanguageTexts>> = {
    altinn_access_management: { nb: 'Tilgangsstyring', nn: 'Tilgangsstyring', en: 'Access management' },
    altinn_system_user_overview: {
      nb: 'Oversikt over systembrukere',
      nn: 'Oversikt over systembrukarar',
      en: 'Overview of system users',
    },
    altinn_client_administration: {
      nb: 'Klientadministrasjon',
      nn: 'Klientadministrasjon',
      en: 'Client administration',
    },
  };
  return (Object.keys(titles) as (keyof typeof SYSTEM_RESOURCES)[]).map((identifier) => ({
    details: {
      ...resource(digdir, { identifier, title: titles[identifier], description: titles[identifier] }),
      resourceType: 'Systemresource' as const,
      delegable: false,
      visible: false,
    },
    rules: Object.entries(SYSTEM_RESOURCES[identifier]).map(([action, subjects]) => ({
      ...subjects,
      actions: [action],
    })),
  }));
}

/** A service that is published and can be delegated, unless said. */
export function resource(
  owner: Owner,
  details: Pick<ResourceDetails, 'identifier' | 'title' | 'description'> & Partial<ResourceDetails>,
): ResourceDetails {
  return {
    status: 'Completed',
    contactPoints: [{ category: 'Brukerstøtte', email: `kontakt@${owner.orgcode}.example` }],
    delegable: true,
    visible: true,
    hasCompetentAuthority: { organization: owner.orgNo, orgcode: owner.orgcode, name: owner.name },
    accessListMode: 'Disabled',
    selfIdentifiedUserEnabled: false,
    enterpriseUserEnabled: false,
    resourceType: 'GenericAccessResource',
    ...details,
  };
}

function same(text: string): LanguageTexts {
  return { nb: text, nn: text, en: text };
}
