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
  'SBX-00003': {
    causes: [
      [
        'Ingen har tatt et øyeblikksbilde med navnet i adressen, eller det er slettet.',
        'Ingen har teke eit augneblinksbilete med namnet i adressa, eller det er sletta.',
        'Nobody has taken a snapshot of the name in the address, or it has been deleted.',
      ],
    ],
    cures: [
      [
        'Se navnene med `GET /_sandbox/snapshots`, eller på siden /sandbox.',
        'Sjå namna med `GET /_sandbox/snapshots`, eller på sida /sandbox.',
        'See the names with `GET /_sandbox/snapshots`, or on the page /sandbox.',
      ],
    ],
  },
  'SBX-00004': {
    causes: [
      [
        'Det ligger 20 øyeblikksbilder her, og ingen av dem har dette navnet.',
        'Det ligg 20 augneblinksbilete her, og ingen av dei har dette namnet.',
        'There are 20 snapshots, and none of them has this name.',
      ],
    ],
    cures: [
      [
        'Slett et med `DELETE /_sandbox/snapshots/{name}`, eller ta bildet med et navn som finnes.',
        'Slett eit med `DELETE /_sandbox/snapshots/{name}`, eller ta biletet med eit namn som finst.',
        'Delete one with `DELETE /_sandbox/snapshots/{name}`, or take this one under a name that is there.',
      ],
    ],
  },
  'SBX-00005': {
    causes: [
      [
        'Portalen er oppdatert etter at bildet ble tatt, og databasen har fått andre tabeller eller kolonner.',
        'Portalen er oppdatert etter at biletet blei teke, og databasen har fått andre tabellar eller kolonnar.',
        'The portal has been updated since the snapshot was taken, and the database has other tables or columns.',
      ],
    ],
    cures: [
      [
        'Still opp testmiljøet slik du vil ha det, og ta bildet på nytt med det samme navnet. `restorable` i `GET /_sandbox/snapshots` sier hvilke bilder som kan brukes.',
        'Still opp testmiljøet slik du vil ha det, og ta biletet på nytt med det same namnet. `restorable` i `GET /_sandbox/snapshots` seier kva bilete som kan brukast.',
        'Set the sandbox up as you want it, and take the snapshot anew under the same name. `restorable` in `GET /_sandbox/snapshots` says which can be used.',
      ],
    ],
  },
  'SBX-00006': {
    causes: [
      [
        'Databasen har mer enn 100 000 rader. Mens et bilde tas, må andre vente med å skrive.',
        'Databasen har meir enn 100 000 rader. Medan eit bilete blir teke, må andre vente med å skrive.',
        'The database has more than 100,000 rows. While a snapshot is taken, others must wait to write.',
      ],
    ],
    cures: [
      [
        'Begynn på nytt med `POST /_sandbox/reset`, og ta bildet før du fyller på med data.',
        'Byrj på nytt med `POST /_sandbox/reset`, og ta biletet før du fyller på med data.',
        'Begin anew with `POST /_sandbox/reset`, and take the snapshot before you fill in data.',
      ],
      [
        'Ta vare på alt med `npm run backup`.',
        'Ta vare på alt med `npm run backup`.',
        'Keep everything with `npm run backup`.',
      ],
    ],
  },
  'SBX-00007': {
    causes: [
      [
        'En annen kjøring har laget et navnerom med dette navnet og ikke slettet det.',
        'Ei anna køyring har laga eit namnerom med dette namnet og ikkje sletta det.',
        'Another run has made a namespace of this name and not deleted it.',
      ],
    ],
    cures: [
      [
        'Slett det med `DELETE /_sandbox/namespaces/{name}` når kjøringen er over.',
        'Slett det med `DELETE /_sandbox/namespaces/{name}` når køyringa er over.',
        'Delete it with `DELETE /_sandbox/namespaces/{name}` when the run is over.',
      ],
      [
        'Send ingen `name`. Da får navnerommet et navn som ingen har.',
        'Send ingen `name`. Då får namnerommet eit namn som ingen har.',
        'Send no `name`. The namespace then gets a name that nobody has.',
      ],
    ],
  },
  'SBX-00008': {
    causes: [
      [
        'Noen har slettet navnerommet, eller begynt testmiljøet på nytt.',
        'Nokon har sletta namnerommet, eller byrja testmiljøet på nytt.',
        'Somebody has deleted the namespace, or begun the sandbox anew.',
      ],
    ],
    cures: [
      [
        'Se navnene med `GET /_sandbox/namespaces`.',
        'Sjå namna med `GET /_sandbox/namespaces`.',
        'See the names with `GET /_sandbox/namespaces`.',
      ],
    ],
  },
  'SBX-00009': {
    causes: [['Det er 500 navnerom i bruk.', 'Det er 500 namnerom i bruk.', 'There are 500 namespaces in use.']],
    cures: [
      [
        'Slett navnerommet når testen er over, med `DELETE /_sandbox/namespaces/{name}`.',
        'Slett namnerommet når testen er over, med `DELETE /_sandbox/namespaces/{name}`.',
        'Delete the namespace when the test is over, with `DELETE /_sandbox/namespaces/{name}`.',
      ],
      [
        '`POST /_sandbox/reset` tar bort alle.',
        '`POST /_sandbox/reset` tek bort alle.',
        '`POST /_sandbox/reset` takes all of them away.',
      ],
    ],
  },
} as const satisfies Explanations;
