import type { ExplainedCode } from './problems.ts';

/** What a page says of one code: what happened, the usual causes, and what helps. */
export type ErrorText = { readonly title: string; readonly causes: readonly string[]; readonly cure: string };
type Language = 'nb' | 'nn' | 'en';

/** The explanations behind every `error_uri`, in three languages. */
export const ERROR_TEXTS: Readonly<Record<ExplainedCode, Readonly<Record<Language, ErrorText>>>> = {
  'MP-011': {
    nb: {
      title: 'Kallet har feil form',
      causes: [
        'Et felt i JWT-en er ukjent, mangler eller har feil type.',
        'JWT-en har linjeskift eller er ikke base64url.',
        'Algoritmen er en annen enn RS256, RS384 eller RS512.',
        'Skjemaet er ikke application/x-www-form-urlencoded, eller et felt er sendt to ganger.',
      ],
      cure: 'Beskrivelsen i svaret nevner feltet. Rett det, og lag en ny JWT.',
    },
    nn: {
      title: 'Kallet har feil form',
      causes: [
        'Eit felt i JWT-en er ukjent, manglar eller har feil type.',
        'JWT-en har linjeskift eller er ikkje base64url.',
        'Algoritmen er ein annan enn RS256, RS384 eller RS512.',
        'Skjemaet er ikkje application/x-www-form-urlencoded, eller eit felt er sendt to gonger.',
      ],
      cure: 'Skildringa i svaret nemner feltet. Rett det, og lag ein ny JWT.',
    },
    en: {
      title: 'The request is malformed',
      causes: [
        'A claim of the JWT is unknown, missing or of the wrong type.',
        'The JWT has line breaks or is not base64url.',
        'The algorithm is not RS256, RS384 or RS512.',
        'The form is not application/x-www-form-urlencoded, or a field is sent twice.',
      ],
      cure: 'The description in the answer names the claim or field. Correct it and make a new JWT.',
    },
  },
  'MP-012': {
    nb: {
      title: 'JWT-en er brukt før',
      causes: ['Samme JWT er sendt to ganger.', 'Klienten bruker samme jti om igjen.'],
      cure: 'Lag en ny JWT med ny jti for hvert token. Behold tokenet til det utløper i stedet for å hente nytt.',
    },
    nn: {
      title: 'JWT-en er brukt før',
      causes: ['Same JWT er send to gonger.', 'Klienten bruker same jti om att.'],
      cure: 'Lag ein ny JWT med ny jti for kvart token. Ta vare på tokenet til det går ut i staden for å hente nytt.',
    },
    en: {
      title: 'The JWT has been used before',
      causes: ['The same JWT was sent twice.', 'The client uses the same jti again.'],
      cure: 'Make a new JWT with a new jti for each token. Keep the token until it expires instead of fetching another.',
    },
  },
  'MP-100': {
    nb: {
      title: 'Klienten finnes ikke',
      causes: [
        'Feil client_id i iss.',
        'Klienten er opprettet i et annet miljø.',
        'Klienten er tatt ut av bruk, eller er ikke av typen maskinporten.',
        'sub er satt til noe annet enn iss.',
      ],
      cure: 'Sammenlign iss med klient-ID-en i dette miljøet, og sjekk at klienten er i bruk.',
    },
    nn: {
      title: 'Klienten finst ikkje',
      causes: [
        'Feil client_id i iss.',
        'Klienten er oppretta i eit anna miljø.',
        'Klienten er teken ut av bruk, eller er ikkje av typen maskinporten.',
        'sub er sett til noko anna enn iss.',
      ],
      cure: 'Samanlikn iss med klient-ID-en i dette miljøet, og sjekk at klienten er i bruk.',
    },
    en: {
      title: 'The client does not exist',
      causes: [
        'Wrong client_id in iss.',
        'The client was created in another environment.',
        'The client is deactivated, or is not of type maskinporten.',
        'sub is something other than iss.',
      ],
      cure: 'Compare iss with the client ID in this environment, and check that the client is active.',
    },
  },
  'MP-110': {
    nb: {
      title: 'Feil mottaker i aud',
      causes: [
        'Skråstreken til slutt mangler.',
        'aud er adressen til tokenendepunktet, eller til et annet miljø.',
        'aud har flere verdier.',
      ],
      cure: 'Sett aud til issuer fra metadataene, tegn for tegn, og ingenting annet.',
    },
    nn: {
      title: 'Feil mottakar i aud',
      causes: [
        'Skråstreken til slutt manglar.',
        'aud er adressa til tokenendepunktet, eller til eit anna miljø.',
        'aud har fleire verdiar.',
      ],
      cure: 'Set aud til issuer frå metadataa, teikn for teikn, og ingenting anna.',
    },
    en: {
      title: 'Wrong audience in aud',
      causes: [
        'The final slash is missing.',
        'aud is the address of the token endpoint, or of another environment.',
        'aud has several values.',
      ],
      cure: 'Set aud to the issuer in the metadata, character for character, and nothing else.',
    },
  },
  'MP-120': {
    nb: {
      title: 'Sertifikatet er ikke gyldig her',
      causes: [
        'Sertifikatet er utløpt eller ikke gyldig ennå.',
        'Sertifikatet er utstedt for et annet miljø, eller av en utsteder vi ikke stoler på.',
        'Mellomsertifikatet mangler i x5c.',
        'Utstederen har trukket sertifikatet tilbake.',
      ],
      cure: 'Bruk et virksomhetssertifikat for dette miljøet, og send hele kjeden i x5c.',
    },
    nn: {
      title: 'Sertifikatet er ikkje gyldig her',
      causes: [
        'Sertifikatet er gått ut eller ikkje gyldig enno.',
        'Sertifikatet er utferda for eit anna miljø, eller av ein utferdar vi ikkje stolar på.',
        'Mellomsertifikatet manglar i x5c.',
        'Utferdaren har trekt sertifikatet tilbake.',
      ],
      cure: 'Bruk eit verksemdssertifikat for dette miljøet, og send heile kjeda i x5c.',
    },
    en: {
      title: 'The certificate is not valid here',
      causes: [
        'The certificate has expired or is not valid yet.',
        'The certificate was issued for another environment, or by an authority we do not trust.',
        'The intermediate certificate is missing in x5c.',
        'The issuer has revoked the certificate.',
      ],
      cure: 'Use an enterprise certificate for this environment, and send the whole chain in x5c.',
    },
  },
  'MP-121': {
    nb: {
      title: 'Nøkkelen er utløpt',
      causes: ['En nøkkel varer i høyst ett år etter at den ble lagt til.'],
      cure: 'Legg til en ny nøkkel på klienten, eller den samme en gang til. Klienten kan ha flere nøkler mens du bytter.',
    },
    nn: {
      title: 'Nøkkelen er gått ut',
      causes: ['Ein nøkkel varer i høgst eitt år etter at han blei lagd til.'],
      cure: 'Legg til ein ny nøkkel på klienten, eller den same ein gong til. Klienten kan ha fleire nøklar medan du byter.',
    },
    en: {
      title: 'The key has expired',
      causes: ['A key lasts for one year at most after it was added.'],
      cure: 'Add a new key to the client, or the same one again. The client can have several keys while you change over.',
    },
  },
  'MP-122': {
    nb: {
      title: 'Sertifikatet tilhører en annen virksomhet',
      causes: ['Organisasjonsnummeret i sertifikatet er et annet enn nummeret til virksomheten som eier klienten.'],
      cure: 'Bruk sertifikatet til virksomheten som eier klienten, eller opprett en klient for den andre virksomheten.',
    },
    nn: {
      title: 'Sertifikatet høyrer til ei anna verksemd',
      causes: ['Organisasjonsnummeret i sertifikatet er eit anna enn nummeret til verksemda som eig klienten.'],
      cure: 'Bruk sertifikatet til verksemda som eig klienten, eller opprett ein klient for den andre verksemda.',
    },
    en: {
      title: 'The certificate belongs to another organisation',
      causes: ['The organisation number in the certificate is not that of the organisation that owns the client.'],
      cure: 'Use the certificate of the organisation that owns the client, or create a client for the other one.',
    },
  },
  'MP-123': {
    nb: {
      title: 'x5c i JWT-hodet kan ikke leses',
      causes: ['x5c er en tekst i stedet for en liste.', 'Sertifikatene er PEM i stedet for base64 uten linjeskift.'],
      cure: 'Send x5c som en liste med base64-kodede DER-sertifikater, virksomhetens eget først.',
    },
    nn: {
      title: 'x5c i JWT-hovudet kan ikkje lesast',
      causes: ['x5c er ein tekst i staden for ei liste.', 'Sertifikata er PEM i staden for base64 utan linjeskift.'],
      cure: 'Send x5c som ei liste med base64-koda DER-sertifikat, verksemda sitt eige først.',
    },
    en: {
      title: 'x5c in the JWT header cannot be read',
      causes: [
        'x5c is a string instead of an array.',
        'The certificates are PEM instead of base64 without line breaks.',
      ],
      cure: 'Send x5c as an array of base64 DER certificates, the organisation’s own first.',
    },
  },
  'MP-124': {
    nb: {
      title: 'Signaturen stemmer ikke',
      causes: [
        'JWT-en er signert med en annen nøkkel enn den kid peker på.',
        'Innholdet er endret etter signering.',
        'alg i hodet er en annen enn den som ble brukt.',
      ],
      cure: 'Sjekk at den offentlige nøkkelen på klienten hører sammen med den private som signerer.',
    },
    nn: {
      title: 'Signaturen stemmer ikkje',
      causes: [
        'JWT-en er signert med ein annan nøkkel enn den kid peikar på.',
        'Innhaldet er endra etter signering.',
        'alg i hovudet er ein annan enn den som blei brukt.',
      ],
      cure: 'Sjekk at den offentlege nøkkelen på klienten høyrer saman med den private som signerer.',
    },
    en: {
      title: 'The signature does not verify',
      causes: [
        'The JWT is signed with a key other than the one that kid names.',
        'The content was changed after signing.',
        'alg in the header is not the one that was used.',
      ],
      cure: 'Check that the public key on the client belongs to the private key that signs.',
    },
  },
  'MP-130': {
    nb: {
      title: 'JWT-en er utløpt',
      causes: ['JWT-en ble sendt for lenge etter at den ble laget.', 'Klokken på maskinen går feil.'],
      cure: 'Lag JWT-en rett før du sender den, og still klokken med NTP. Vi godtar 10 sekunders avvik.',
    },
    nn: {
      title: 'JWT-en er gått ut',
      causes: ['JWT-en blei send for lenge etter at han blei laga.', 'Klokka på maskina går feil.'],
      cure: 'Lag JWT-en rett før du sender han, og still klokka med NTP. Vi godtek 10 sekund avvik.',
    },
    en: {
      title: 'The JWT has expired',
      causes: ['The JWT was sent too long after it was made.', 'The machine’s clock is wrong.'],
      cure: 'Make the JWT right before you send it, and set the clock by NTP. We accept a difference of 10 seconds.',
    },
  },
  'MP-200': {
    nb: {
      title: 'Klienten har ikke scopet',
      causes: [
        'Scopet er ikke lagt til på klienten.',
        'Scopet er skrevet feil; store og små bokstaver teller.',
        'Eieren har tatt scopet ut av bruk.',
      ],
      cure: 'Legg scopet til på klienten. Står det der, spør tjenesteeieren om det er i bruk.',
    },
    nn: {
      title: 'Klienten har ikkje scopet',
      causes: [
        'Scopet er ikkje lagt til på klienten.',
        'Scopet er skrive feil; store og små bokstavar tel.',
        'Eigaren har teke scopet ut av bruk.',
      ],
      cure: 'Legg scopet til på klienten. Står det der, spør tenesteeigaren om det er i bruk.',
    },
    en: {
      title: 'The client does not have the scope',
      causes: [
        'The scope has not been added to the client.',
        'The scope is misspelt; upper and lower case matter.',
        'The scope has been deactivated by its owner.',
      ],
      cure: 'Add the scope to the client. If it is there, ask the service owner whether it is active.',
    },
  },
  'MP-201': {
    nb: {
      title: 'Scopet er ikke for Maskinporten',
      causes: ['Eieren har åpnet scopet bare for andre typer integrasjoner, for eksempel ID-porten.'],
      cure: 'Spør tjenesteeieren om scopet kan åpnes for Maskinporten.',
    },
    nn: {
      title: 'Scopet er ikkje for Maskinporten',
      causes: ['Eigaren har opna scopet berre for andre typar integrasjonar, til dømes ID-porten.'],
      cure: 'Spør tenesteeigaren om scopet kan opnast for Maskinporten.',
    },
    en: {
      title: 'The scope is not for Maskinporten',
      causes: ['The owner has opened the scope for other types of integration only, such as ID-porten.'],
      cure: 'Ask the service owner whether the scope can be opened for Maskinporten.',
    },
  },
  'MP-250': {
    nb: {
      title: 'Virksomheten har ikke fått tilgang til scopet',
      causes: [
        'Tjenesteeieren har ikke gitt virksomheten tilgang, eller har fjernet den.',
        'Med consumer_org: Det er kunden som må ha tilgang, ikke leverandøren.',
      ],
      cure: 'Be tjenesteeieren om tilgang for organisasjonsnummeret. Det trengs ingen endring på klienten.',
    },
    nn: {
      title: 'Verksemda har ikkje fått tilgang til scopet',
      causes: [
        'Tenesteeigaren har ikkje gitt verksemda tilgang, eller har fjerna han.',
        'Med consumer_org: Det er kunden som må ha tilgang, ikkje leverandøren.',
      ],
      cure: 'Be tenesteeigaren om tilgang for organisasjonsnummeret. Det trengst inga endring på klienten.',
    },
    en: {
      title: 'The organisation has not been given access to the scope',
      causes: [
        'The service owner has not given the organisation access, or has removed it.',
        'With consumer_org: it is the customer that must have access, not the supplier.',
      ],
      cure: 'Ask the service owner to give the organisation number access. Nothing has to change on the client.',
    },
  },
  'MP-251': {
    nb: {
      title: 'Kunden har ikke delegert scopet',
      causes: [
        'Kunden har ikke delegert API-et til leverandøren i Altinn, eller har trukket delegeringen tilbake.',
        'Delegeringen er gjort i et annet miljø.',
        'Scopet kan ikke delegeres.',
      ],
      cure: 'Be kunden delegere API-et til leverandørens organisasjonsnummer. Er det flere scopes, må alle delegeres. Kunden gjør det selv, under API-tilganger.',
    },
    nn: {
      title: 'Kunden har ikkje delegert scopet',
      causes: [
        'Kunden har ikkje delegert API-et til leverandøren i Altinn, eller har trekt delegeringa tilbake.',
        'Delegeringa er gjord i eit anna miljø.',
        'Scopet kan ikkje delegerast.',
      ],
      cure: 'Be kunden delegere API-et til organisasjonsnummeret til leverandøren. Er det fleire scopes, må alle delegerast. Kunden gjer det sjølv, under API-tilgangar.',
    },
    en: {
      title: 'The customer has not delegated the scope',
      causes: [
        'The customer has not delegated the API to the supplier in Altinn, or has withdrawn the delegation.',
        'The delegation was made in another environment.',
        'The scope cannot be delegated.',
      ],
      cure: 'Ask the customer to delegate the API to the supplier’s organisation number. If there are several scopes, all of them must be delegated. Customers do that themselves, under API access.',
    },
  },
  'MP-301': {
    nb: {
      title: 'Ukjent type i authorization_details',
      causes: ['type mangler eller er skrevet feil.'],
      cure: 'Sett type til urn:altinn:systemuser.',
    },
    nn: {
      title: 'Ukjend type i authorization_details',
      causes: ['type manglar eller er skriven feil.'],
      cure: 'Set type til urn:altinn:systemuser.',
    },
    en: {
      title: 'Unknown type in authorization_details',
      causes: ['type is missing or misspelt.'],
      cure: 'Set type to urn:altinn:systemuser.',
    },
  },
  'MP-302': {
    nb: {
      title: 'Ukjente felt i authorization_details',
      causes: [
        'Et felt er ukjent eller har en gammel skrivemåte, som systemuserorg.',
        'externalRef har andre tegn enn bokstaver, tall, _ og -, eller er lengre enn 255 tegn.',
      ],
      cure: 'Send bare type, systemuser_org og eventuelt externalRef.',
    },
    nn: {
      title: 'Ukjende felt i authorization_details',
      causes: [
        'Eit felt er ukjent eller har ein gammal skrivemåte, som systemuserorg.',
        'externalRef har andre teikn enn bokstavar, tal, _ og -, eller er lengre enn 255 teikn.',
      ],
      cure: 'Send berre type, systemuser_org og eventuelt externalRef.',
    },
    en: {
      title: 'Unknown fields in authorization_details',
      causes: [
        'A field is unknown or spelt in an old way, such as systemuserorg.',
        'externalRef has characters other than letters, digits, _ and -, or is longer than 255 characters.',
      ],
      cure: 'Send only type, systemuser_org and, if needed, externalRef.',
    },
  },
  'MP-303': {
    nb: {
      title: 'Fant ingen systembruker',
      causes: [
        'Ingen av systemene dine i systemregisteret har denne klienten.',
        'Systembrukeren er opprettet med en externalRef, og JWT-en har ingen eller en annen.',
        'Kunden har ikke godkjent forespørselen ennå, eller har trukket systembrukeren tilbake.',
        'Kunden har satt systembrukeren på pause. Den virker igjen når kunden tar den i bruk; en ny forespørsel hjelper ikke.',
        'Feil organisasjonsnummer, eller nummeret er ikke skrevet som 0192: og ni siffer.',
      ],
      cure: 'Beskrivelsen i svaret sier hvilken årsak det er, så langt det gjelder dine egne kunder.',
    },
    nn: {
      title: 'Fann ingen systembrukar',
      causes: [
        'Ingen av systema dine i systemregisteret har denne klienten.',
        'Systembrukaren er oppretta med ein externalRef, og JWT-en har ingen eller ein annan.',
        'Kunden har ikkje godkjent førespurnaden enno, eller har trekt systembrukaren tilbake.',
        'Kunden har sett systembrukaren på pause. Han verkar igjen når kunden tek han i bruk; ein ny førespurnad hjelper ikkje.',
        'Feil organisasjonsnummer, eller nummeret er ikkje skrive som 0192: og ni siffer.',
      ],
      cure: 'Skildringa i svaret seier kva årsak det er, så langt det gjeld dine eigne kundar.',
    },
    en: {
      title: 'No system user was found',
      causes: [
        'None of your systems in the system register has this client.',
        'The system user was created with an externalRef, and the JWT has none or another.',
        'The customer has not approved the request yet, or has withdrawn the system user.',
        'The customer has paused the system user. It works again when the customer resumes it; a new request does not help.',
        'The organisation number is wrong, or is not written as 0192: and nine digits.',
      ],
      cure: 'The description in the answer says which cause it is, as far as your own customers are concerned.',
    },
  },
  'grant-type': {
    nb: {
      title: 'Ukjent grant_type',
      causes: ['grant_type er en annen enn den Maskinporten bruker.'],
      cure: 'Sett grant_type til urn:ietf:params:oauth:grant-type:jwt-bearer.',
    },
    nn: {
      title: 'Ukjend grant_type',
      causes: ['grant_type er ein annan enn den Maskinporten bruker.'],
      cure: 'Set grant_type til urn:ietf:params:oauth:grant-type:jwt-bearer.',
    },
    en: {
      title: 'Unknown grant_type',
      causes: ['grant_type is not the one that Maskinporten uses.'],
      cure: 'Set grant_type to urn:ietf:params:oauth:grant-type:jwt-bearer.',
    },
  },
  'unknown-kid': {
    nb: {
      title: 'Ukjent nøkkel (kid)',
      causes: [
        'Nøkkelen er ikke lagt til på denne klienten, eller er fjernet.',
        'kid i JWT-hodet er skrevet annerledes enn på klienten.',
      ],
      cure: 'Bruk kid slik den står på klienten, eller legg til nøkkelen.',
    },
    nn: {
      title: 'Ukjend nøkkel (kid)',
      causes: [
        'Nøkkelen er ikkje lagd til på denne klienten, eller er fjerna.',
        'kid i JWT-hovudet er skriven annleis enn på klienten.',
      ],
      cure: 'Bruk kid slik han står på klienten, eller legg til nøkkelen.',
    },
    en: {
      title: 'Unknown key (kid)',
      causes: [
        'The key has not been added to this client, or has been removed.',
        'kid in the JWT header is not spelt as on the client.',
      ],
      cure: 'Use kid as it stands on the client, or add the key.',
    },
  },
  'kid-required': {
    nb: {
      title: 'Klienten må bruke sin registrerte nøkkel',
      causes: ['Klienten har registrerte nøkler, men JWT-en har bare et sertifikat i x5c.'],
      cure: 'Sett kid i JWT-hodet og signer med den registrerte nøkkelen, eller fjern nøklene fra klienten.',
    },
    nn: {
      title: 'Klienten må bruke den registrerte nøkkelen sin',
      causes: ['Klienten har registrerte nøklar, men JWT-en har berre eit sertifikat i x5c.'],
      cure: 'Set kid i JWT-hovudet og signer med den registrerte nøkkelen, eller fjern nøklane frå klienten.',
    },
    en: {
      title: 'The client must use its registered key',
      causes: ['The client has registered keys, but the JWT has a certificate in x5c only.'],
      cure: 'Set kid in the JWT header and sign with the registered key, or remove the keys from the client.',
    },
  },
  'issue-time': {
    nb: {
      title: 'JWT-en er datert fram i tid',
      causes: ['Klokken på maskinen er mer enn 10 sekunder foran.', 'iat er i lokal tid eller i millisekunder.'],
      cure: 'Still klokken med NTP, og skriv iat som sekunder siden 1970 i UTC.',
    },
    nn: {
      title: 'JWT-en er datert fram i tid',
      causes: ['Klokka på maskina er meir enn 10 sekund føre.', 'iat er i lokal tid eller i millisekund.'],
      cure: 'Still klokka med NTP, og skriv iat som sekund sidan 1970 i UTC.',
    },
    en: {
      title: 'The JWT is from the future',
      causes: ['The machine’s clock is more than 10 seconds ahead.', 'iat is local time or milliseconds.'],
      cure: 'Set the clock by NTP, and write iat as seconds since 1970 in UTC.',
    },
  },
  'not-before': {
    nb: {
      title: 'JWT-en er ikke gyldig ennå',
      causes: ['nbf er mer enn 10 sekunder fram i tid.'],
      cure: 'Utelat nbf, eller sett den lik iat.',
    },
    nn: {
      title: 'JWT-en er ikkje gyldig enno',
      causes: ['nbf er meir enn 10 sekund fram i tid.'],
      cure: 'Utelat nbf, eller set han lik iat.',
    },
    en: {
      title: 'The JWT is not valid yet',
      causes: ['nbf is more than 10 seconds ahead.'],
      cure: 'Leave nbf out, or set it equal to iat.',
    },
  },
  lifetime: {
    nb: {
      title: 'JWT-en har for lang levetid',
      causes: ['exp er mer enn 180 sekunder etter iat.', 'exp er i millisekunder.'],
      cure: 'Sett exp til iat pluss 120 sekunder eller mindre.',
    },
    nn: {
      title: 'JWT-en har for lang levetid',
      causes: ['exp er meir enn 180 sekund etter iat.', 'exp er i millisekund.'],
      cure: 'Set exp til iat pluss 120 sekund eller mindre.',
    },
    en: {
      title: 'The JWT has too long a lifetime',
      causes: ['exp is more than 180 seconds after iat.', 'exp is in milliseconds.'],
      cure: 'Set exp to iat plus 120 seconds or less.',
    },
  },
  'no-lifetime': {
    nb: {
      title: 'JWT-en har ingen levetid',
      causes: ['exp er lik eller tidligere enn iat.'],
      cure: 'Sett exp til iat pluss 120 sekunder eller mindre.',
    },
    nn: {
      title: 'JWT-en har inga levetid',
      causes: ['exp er lik eller tidlegare enn iat.'],
      cure: 'Set exp til iat pluss 120 sekund eller mindre.',
    },
    en: {
      title: 'The JWT has no lifetime',
      causes: ['exp equals iat or is earlier.'],
      cure: 'Set exp to iat plus 120 seconds or less.',
    },
  },
  'consumer-org': {
    nb: {
      title: 'consumer_org er virksomheten selv',
      causes: ['consumer_org er organisasjonsnummeret til virksomheten som eier klienten.'],
      cure: 'Utelat consumer_org når virksomheten henter token for seg selv.',
    },
    nn: {
      title: 'consumer_org er verksemda sjølv',
      causes: ['consumer_org er organisasjonsnummeret til verksemda som eig klienten.'],
      cure: 'Utelat consumer_org når verksemda hentar token for seg sjølv.',
    },
    en: {
      title: 'consumer_org is the organisation itself',
      causes: ['consumer_org is the number of the organisation that owns the client.'],
      cure: 'Leave consumer_org out when the organisation gets a token for itself.',
    },
  },
  target: {
    nb: {
      title: 'resource kan ikke brukes',
      causes: ['resource er ikke en absolutt URI, eller har et fragment (#).', 'Scopene krever hver sin mottaker.'],
      cure: 'Bruk verdien API-eieren har oppgitt, og be om ett scope om gangen.',
    },
    nn: {
      title: 'resource kan ikkje brukast',
      causes: ['resource er ikkje ein absolutt URI, eller har eit fragment (#).', 'Scopa krev kvar sin mottakar.'],
      cure: 'Bruk verdien API-eigaren har oppgitt, og be om eitt scope om gongen.',
    },
    en: {
      title: 'resource cannot be used',
      causes: ['resource is not an absolute URI, or has a fragment (#).', 'The scopes require different audiences.'],
      cure: 'Use the value that the owner of the API has given, and ask for one scope at a time.',
    },
  },
  'invalid-client': {
    nb: {
      title: 'Avsenderen er ukjent',
      causes: ['Kallet til introspeksjon har verken client_assertion eller et gyldig Bearer-token.'],
      cure: 'Send en client_assertion eller et token herfra.',
    },
    nn: {
      title: 'Avsendaren er ukjend',
      causes: ['Kallet til introspeksjon har korkje client_assertion eller eit gyldig Bearer-token.'],
      cure: 'Send ein client_assertion eller eit token herfrå.',
    },
    en: {
      title: 'The caller is unknown',
      causes: ['The introspection request has neither a client_assertion nor a valid bearer token.'],
      cure: 'Send a client_assertion or a token issued here.',
    },
  },
  unavailable: {
    nb: {
      title: 'Tjenesten kan ikke svare nå',
      causes: ['Databasen eller en tjeneste vi er avhengige av, er utilgjengelig et øyeblikk.'],
      cure: 'Vent så lenge Retry-After sier, og prøv igjen med samme JWT.',
    },
    nn: {
      title: 'Tenesta kan ikkje svare no',
      causes: ['Databasen eller ei teneste vi er avhengige av, er utilgjengeleg ein augneblink.'],
      cure: 'Vent så lenge Retry-After seier, og prøv igjen med same JWT.',
    },
    en: {
      title: 'The service cannot answer right now',
      causes: ['The database or a service that we depend on is unavailable for a moment.'],
      cure: 'Wait as long as Retry-After says, and try again with the same JWT.',
    },
  },
  'server-error': {
    nb: {
      title: 'Noe gikk galt hos oss',
      causes: ['En uventet feil. Den er logget med trace_id fra svaret.'],
      cure: 'Prøv igjen med samme JWT. Skjer det på nytt, meld fra og oppgi trace_id.',
    },
    nn: {
      title: 'Noko gjekk gale hos oss',
      causes: ['Ein uventa feil. Han er logga med trace_id frå svaret.'],
      cure: 'Prøv igjen med same JWT. Skjer det på nytt, meld frå og oppgi trace_id.',
    },
    en: {
      title: 'Something went wrong on our side',
      causes: ['An unexpected error. It is logged with the trace_id of the answer.'],
      cure: 'Try again with the same JWT. If it happens again, tell us the trace_id.',
    },
  },
  'too-many-requests': {
    nb: {
      title: 'For mange kall',
      causes: ['Klienten eller adressen har sendt flere kall enn grensen tillater.'],
      cure: 'Vent så lenge Retry-After sier. Behold tokenet til det utløper i stedet for å hente nytt.',
    },
    nn: {
      title: 'For mange kall',
      causes: ['Klienten eller adressa har sendt fleire kall enn grensa tillèt.'],
      cure: 'Vent så lenge Retry-After seier. Ta vare på tokenet til det går ut i staden for å hente nytt.',
    },
    en: {
      title: 'Too many requests',
      causes: ['The client or the address has sent more requests than the limit allows.'],
      cure: 'Wait as long as Retry-After says. Keep the token until it expires instead of fetching another.',
    },
  },
};

/** The explanation of a code as it stands in `error_uri`, without regard to case; `undefined` for an unknown one. */
export function findErrorText(code: string, language: Language): { code: ExplainedCode; text: ErrorText } | undefined {
  const known = (Object.keys(ERROR_TEXTS) as ExplainedCode[]).find((name) => name.toLowerCase() === code.toLowerCase());
  return known && { code: known, text: ERROR_TEXTS[known][language] };
}
