import type { Texts } from '../texts.ts';
import type { Explanations } from './explanation.ts';

const SEE_WHERE_IT_STANDS: Texts = [
  'Last siden /vendor/agreement på nytt. Den viser hvor avtalen står, og hva dere kan gjøre nå.',
  'Last sida /vendor/agreement på nytt. Ho viser kvar avtalen står, og kva de kan gjere no.',
  'Reload the page /vendor/agreement. It shows where the agreement stands, and what you can do now.',
];

/** What is refused for the sake of a vendor's agreement with the operator. */
export const agreements = {
  'agreement-missing': {
    causes: [
      [
        'Virksomheten har ikke søkt om tilgang, eller søknaden venter på svar.',
        'Verksemda har ikkje søkt om tilgang, eller søknaden ventar på svar.',
        'The organisation has not applied for access, or its application is waiting for an answer.',
      ],
      [
        'Søknaden er avslått, eller plattformoperatøren har stanset avtalen.',
        'Søknaden er avslått, eller plattformoperatøren har stansa avtalen.',
        'The application was refused, or the platform operator has suspended the agreement.',
      ],
    ],
    cures: [
      [
        'Siden /vendor/agreement viser hvor avtalen står. Søk om tilgang der, også etter et avslag.',
        'Sida /vendor/agreement viser kvar avtalen står. Søk om tilgang der, òg etter eit avslag.',
        'The page /vendor/agreement shows where the agreement stands. Apply for access there, also after a refusal.',
      ],
      [
        'Er avtalen stanset, står begrunnelsen på samme side. Ta kontakt med plattformoperatøren.',
        'Er avtalen stansa, står grunngivinga på same side. Ta kontakt med plattformoperatøren.',
        'If the agreement is suspended, the same page says why. Contact the platform operator.',
      ],
    ],
  },
  'agreement-not-found': {
    causes: [
      [
        'Plattformoperatøren svarer på en søknad fra en virksomhet som ikke har søkt.',
        'Plattformoperatøren svarar på ein søknad frå ei verksemd som ikkje har søkt.',
        'The platform operator answers an application of an organisation that has not applied.',
      ],
      [
        'Avtalen finnes ikke lenger, for eksempel fordi testmiljøet er tømt.',
        'Avtalen finst ikkje lenger, til dømes fordi testmiljøet er tømt.',
        'The agreement is no longer there, for instance because the test environment was emptied.',
      ],
    ],
    cures: [
      [
        'Virksomheten søker på siden /vendor/agreement. Plattformoperatøren finner søknadene på siden /platform.',
        'Verksemda søkjer på sida /vendor/agreement. Plattformoperatøren finn søknadene på sida /platform.',
        'The organisation applies on the page /vendor/agreement. The platform operator finds applications on the page /platform.',
      ],
    ],
  },
  'agreement-exists': {
    causes: [
      [
        'Søknaden er sendt to ganger, eller en kollega har søkt i mellomtiden.',
        'Søknaden er send to gonger, eller ein kollega har søkt i mellomtida.',
        'The application was sent twice, or a colleague has applied in the meantime.',
      ],
      [
        'Avtalen er stanset. Da kan virksomheten ikke søke på nytt.',
        'Avtalen er stansa. Då kan verksemda ikkje søkje på nytt.',
        'The agreement is suspended. The organisation cannot apply anew then.',
      ],
    ],
    cures: [SEE_WHERE_IT_STANDS],
  },
  'agreement-status': {
    causes: [
      [
        'Noen andre har tatt steget før dere, for eksempel svart på søknaden eller stanset avtalen.',
        'Nokon andre har teke steget før dykk, til dømes svart på søknaden eller stansa avtalen.',
        'Somebody else has taken the step before you, for instance answered the application or suspended the agreement.',
      ],
      [
        'Steget hører til en annen status: Vilkårene godtas i test, og bare en søknad som venter, kan få svar.',
        'Steget høyrer til ein annan status: Vilkåra blir godtekne i test, og berre ein søknad som ventar, kan få svar.',
        'The step belongs to another status: terms are accepted in test, and only an application that is waiting can be answered.',
      ],
    ],
    cures: [
      SEE_WHERE_IT_STANDS,
      [
        'Plattformoperatøren laster siden til leverandøren på nytt, `/platform/vendors/{orgNo}`.',
        'Plattformoperatøren lastar sida til leverandøren på nytt, `/platform/vendors/{orgNo}`.',
        'The platform operator reloads the page of the vendor, `/platform/vendors/{orgNo}`.',
      ],
    ],
  },
  'organisation-not-found': {
    causes: [
      [
        'Virksomheten ble tatt ut av registeret mens dere søkte, for eksempel fordi testmiljøet ble tømt.',
        'Verksemda blei teken ut av registeret medan de søkte, til dømes fordi testmiljøet blei tømt.',
        'The organisation was taken out of the register while you applied, for instance because the test environment was emptied.',
      ],
    ],
    cures: [
      [
        'Velg en virksomhet på siden /switch, og søk igjen på siden /vendor/agreement.',
        'Vel ei verksemd på sida /switch, og søk igjen på sida /vendor/agreement.',
        'Choose an organisation on the page /switch, and apply again on the page /vendor/agreement.',
      ],
    ],
  },
} as const satisfies Explanations;
