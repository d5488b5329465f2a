import type { Texts } from '../texts.ts';
import type { Explanations } from './explanation.ts';

const WEBHOOKS = '/api/v1/webhooks';

const SEE_ADDRESSES: Texts = [
  `Se adressene med \`GET ${WEBHOOKS}\`, eller på siden /vendor/activity/webhooks.`,
  `Sjå adressene med \`GET ${WEBHOOKS}\`, eller på sida /vendor/activity/webhooks.`,
  `See the addresses with \`GET ${WEBHOOKS}\`, or on the page /vendor/activity/webhooks.`,
];

/** What is refused about the addresses that hear of events, and deliveries to them. */
export const webhooks = {
  webhook_url: {
    causes: [
      [
        '`url` begynner ikke med `https://`, eller er lengre enn 1000 tegn.',
        '`url` byrjar ikkje med `https://`, eller er lengre enn 1000 teikn.',
        '`url` does not begin with `https://`, or is longer than 1000 characters.',
      ],
      [
        '`url` har brukernavn, passord eller en del etter `#`.',
        '`url` har brukarnamn, passord eller ein del etter `#`.',
        '`url` has a user name, a password or a part after `#`.',
      ],
      [
        '`url` er `localhost` eller en IP-adresse i et lukket nett, som `10.0.0.1`.',
        '`url` er `localhost` eller ei IP-adresse i eit lukka nett, som `10.0.0.1`.',
        '`url` is `localhost` or an IP address of a closed network, such as `10.0.0.1`.',
      ],
    ],
    cures: [
      [
        'Bruk en adresse med `https://` som er åpen for internett. En hemmelighet hører ikke hjemme i adressen: Kontroller signaturen i stedet.',
        'Bruk ei adresse med `https://` som er open for internett. Ein løyndom høyrer ikkje heime i adressa: Kontroller signaturen i staden.',
        'Use an address with `https://` that is open to the internet. A secret does not belong in the address: check the signature instead.',
      ],
    ],
  },
  webhook_type: {
    causes: [
      [
        '`event_types` har en type som ikke finnes, ofte uten `no.systembruker.` foran.',
        '`event_types` har ein type som ikkje finst, ofte utan `no.systembruker.` framfor.',
        '`event_types` has a type that does not exist, often one without `no.systembruker.` before it.',
      ],
    ],
    cures: [
      [
        'Skriv hele navnet, som `no.systembruker.request.approved`. En tom liste gir alle typer.',
        'Skriv heile namnet, som `no.systembruker.request.approved`. Ei tom liste gir alle typar.',
        'Write the whole name, such as `no.systembruker.request.approved`. An empty list gives every type.',
      ],
    ],
  },
  webhook_system: {
    causes: [
      [
        '`system_ids` har et system som er skrevet feil, er slettet eller tilhører en annen leverandør.',
        '`system_ids` har eit system som er skrive feil, er sletta eller høyrer til ein annan leverandør.',
        '`system_ids` has a system that is mistyped, deleted or another vendor’s.',
      ],
    ],
    cures: [
      [
        'Bruk system-ID-ene fra siden /vendor/systems. En tom liste gir hendelser om alle systemene deres.',
        'Bruk system-ID-ane frå sida /vendor/systems. Ei tom liste gir hendingar om alle systema dykkar.',
        'Use the system IDs from the page /vendor/systems. An empty list gives events about all your systems.',
      ],
    ],
  },
  too_many_webhooks: {
    causes: [
      [
        'Dere har ti mottakeradresser. De som er satt på pause, teller med.',
        'De har ti mottakaradresser. Dei som er sette på pause, tel med.',
        'You have ten receiving addresses. Those that are paused count, too.',
      ],
    ],
    cures: [
      [
        `Fjern en med \`DELETE ${WEBHOOKS}/{endpointId}\`, eller på siden /vendor/activity/webhooks.`,
        `Fjern ei med \`DELETE ${WEBHOOKS}/{endpointId}\`, eller på sida /vendor/activity/webhooks.`,
        `Remove one with \`DELETE ${WEBHOOKS}/{endpointId}\`, or on the page /vendor/activity/webhooks.`,
      ],
      [
        `Endre en som finnes, med \`PUT ${WEBHOOKS}/{endpointId}\`. Én adresse kan ta imot alle hendelsene.`,
        `Endre ei som finst, med \`PUT ${WEBHOOKS}/{endpointId}\`. Éi adresse kan ta imot alle hendingane.`,
        `Change one that is there with \`PUT ${WEBHOOKS}/{endpointId}\`. One address can receive every event.`,
      ],
    ],
  },
  webhook_not_found: {
    causes: [
      [
        '`{endpointId}` i adressen er feil, eller mottakeradressen er fjernet.',
        '`{endpointId}` i adressa er feil, eller mottakaradressa er fjerna.',
        '`{endpointId}` in the address is wrong, or the receiving address has been removed.',
      ],
      [
        'Mottakeradressen tilhører en annen virksomhet enn den tokenet er hentet for.',
        'Mottakaradressa høyrer til ei anna verksemd enn den tokenet er henta for.',
        'The receiving address belongs to another organisation than the one that the token is for.',
      ],
    ],
    cures: [SEE_ADDRESSES],
  },
  delivery_not_found: {
    causes: [
      [
        '`{number}` i adressen er ikke en levering til denne mottakeradressen.',
        '`{number}` i adressa er ikkje ei levering til denne mottakaradressa.',
        '`{number}` in the address is not a delivery to this receiving address.',
      ],
      [
        'Leveringen ble ferdig for mer enn 90 dager siden og er slettet.',
        'Leveringa blei ferdig for meir enn 90 dagar sidan og er sletta.',
        'The delivery ended more than 90 days ago and has been deleted.',
      ],
    ],
    cures: [
      [
        `Finn \`number\` med \`GET ${WEBHOOKS}/{endpointId}/deliveries\`.`,
        `Finn \`number\` med \`GET ${WEBHOOKS}/{endpointId}/deliveries\`.`,
        `Find \`number\` with \`GET ${WEBHOOKS}/{endpointId}/deliveries\`.`,
      ],
      [
        'Selve hendelsen står fortsatt på siden /vendor/activity/webhooks.',
        'Sjølve hendinga står framleis på sida /vendor/activity/webhooks.',
        'The event itself is still on the page /vendor/activity/webhooks.',
      ],
    ],
  },
  delivery_under_way: {
    causes: [
      [
        'Et forsøk på å levere den samme hendelsen er i gang.',
        'Eit forsøk på å levere den same hendinga er i gang.',
        'An attempt to deliver the same event is going on.',
      ],
    ],
    cures: [
      [
        `Vent et halvt minutt. Se med \`GET ${WEBHOOKS}/{endpointId}/deliveries\` hvordan det gikk, før du sender igjen.`,
        `Vent eit halvt minutt. Sjå med \`GET ${WEBHOOKS}/{endpointId}/deliveries\` korleis det gjekk, før du sender igjen.`,
        `Wait half a minute. See with \`GET ${WEBHOOKS}/{endpointId}/deliveries\` how it went before you send again.`,
      ],
    ],
  },
} as const satisfies Explanations;
