import type { Language } from './languages.ts';
import { type Texts, textIn } from './texts.ts';

/** What pages say for each public problem code; the wire keeps its own English titles. */
export const PROBLEM_TEXTS: Readonly<Record<string, Texts>> = {
  'AUTH-00000': [
    'Vi finner ikke virksomheten i registeret.',
    'Vi finn ikkje verksemda i registeret.',
    'The organisation is not in the register.',
  ],
  'AUTH-00001': [
    'En av rettighetene er ikke registrert på systemet.',
    'Ein av rettane er ikkje registrert på systemet.',
    'One of the rights is not registered on the system.',
  ],
  'AUTH-00002': ['Fullmakten kunne ikke gis.', 'Fullmakta kunne ikkje givast.', 'The authority could not be given.'],
  'AUTH-00003': [
    'Systembrukeren kunne ikke opprettes.',
    'Systembrukaren kunne ikkje opprettast.',
    'The system user could not be created.',
  ],
  'AUTH-00004': [
    'Virksomheten har allerede en systembruker for dette systemet med samme referanse.',
    'Verksemda har alt ein systembrukar for dette systemet med same referanse.',
    'The organisation already has a system user for this system with the same reference.',
  ],
  'AUTH-00005': ['Noe gikk galt hos oss.', 'Noko gjekk gale hos oss.', 'Something went wrong on our side.'],
  'AUTH-00006': [
    'En forespørsel med samme referanse er allerede godkjent.',
    'Ein førespurnad med same referanse er alt godkjend.',
    'A request with the same reference has already been approved.',
  ],
  'AUTH-00007': [
    'En forespørsel med samme referanse venter allerede på svar.',
    'Ein førespurnad med same referanse ventar alt på svar.',
    'A request with the same reference is already waiting for an answer.',
  ],
  'AUTH-00008': [
    'En forespørsel med samme referanse er avslått. Slett den før du spør på nytt.',
    'Ein førespurnad med same referanse er avslått. Slett han før du spør på nytt.',
    'A request with the same reference was denied. Delete it before you ask again.',
  ],
  'AUTH-00009': [
    'En forespørsel med samme referanse er avvist. Slett den før du spør på nytt.',
    'Ein førespurnad med same referanse er avvist. Slett han før du spør på nytt.',
    'A request with the same reference was rejected. Delete it before you ask again.',
  ],
  'AUTH-00010': ['Forespørselen finnes ikke.', 'Førespurnaden finst ikkje.', 'There is no such request.'],
  'AUTH-00011': [
    'Systemet finnes ikke i systemregisteret, eller det er slettet.',
    'Systemet finst ikkje i systemregisteret, eller det er sletta.',
    'The system is not in the system register, or it has been deleted.',
  ],
  'AUTH-00012': [
    'Forespørselen kunne ikke lagres.',
    'Førespurnaden kunne ikkje lagrast.',
    'The request could not be stored.',
  ],
  'AUTH-00013': [
    'Forespørselen er allerede besvart, eller fristen er ute.',
    'Førespurnaden er alt svara på, eller fristen er ute.',
    'The request has already been answered, or its deadline has passed.',
  ],
  'AUTH-00014': [
    'Vi kunne ikke avgjøre om du kan gi denne fullmakten.',
    'Vi kunne ikkje avgjere om du kan gi denne fullmakta.',
    'We could not tell whether you may give this authority.',
  ],
  'AUTH-00015': ['Systembrukeren finnes ikke.', 'Systembrukaren finst ikkje.', 'There is no such system user.'],
  'AUTH-00016': [
    'Rollen din gir deg ikke lov til å gi denne fullmakten videre.',
    'Rolla di gir deg ikkje lov til å gi denne fullmakta vidare.',
    'Your role does not let you pass this authority on.',
  ],
  'AUTH-00017': [
    'Systemet mangler navn på bokmål.',
    'Systemet manglar namn på bokmål.',
    'The system has no name in Bokmål.',
  ],
  'AUTH-00018': [
    'Du har ikke selv fått denne fullmakten, og kan derfor ikke gi den videre.',
    'Du har ikkje sjølv fått denne fullmakta, og kan difor ikkje gi ho vidare.',
    'You have not been given this authority yourself, so you cannot pass it on.',
  ],
  'AUTH-00019': [
    'Tjenesteeieren har ikke gitt virksomheten tilgang til tjenesten.',
    'Tenesteeigaren har ikkje gitt verksemda tilgang til tenesta.',
    'The service owner has not given the organisation access to the service.',
  ],
  'AUTH-00020': [
    'Du må logge inn på et høyere sikkerhetsnivå for å gi denne fullmakten.',
    'Du må logge inn på eit høgare tryggleiksnivå for å gi denne fullmakta.',
    'You must log in at a higher authentication level to give this authority.',
  ],
  'AUTH-00021': [
    'Returadressen er ikke registrert på systemet.',
    'Returadressa er ikkje registrert på systemet.',
    'The return address is not registered on the system.',
  ],
  'AUTH-00022': [
    'Rettighetene kunne ikke trekkes tilbake.',
    'Rettane kunne ikkje trekkjast tilbake.',
    'The rights could not be withdrawn.',
  ],
  'AUTH-00023': [
    'Tokenet sier ikke hvilken leverandør det gjelder.',
    'Tokenet seier ikkje kva leverandør det gjeld.',
    'The token does not say which vendor it is for.',
  ],
  'AUTH-00024': [
    'Systembrukeren tilhører en annen virksomhet.',
    'Systembrukaren høyrer til ei anna verksemd.',
    'The system user belongs to another organisation.',
  ],
  'AUTH-00025': [
    'Forespørselen gjelder ikke en systembruker for klienter.',
    'Førespurnaden gjeld ikkje ein systembrukar for klientar.',
    'The request is not for a client system user.',
  ],
  'AUTH-00026': [
    'Systemet har ingen registrerte returadresser.',
    'Systemet har ingen registrerte returadresser.',
    'The system has no registered return addresses.',
  ],
  'AUTH-00027': [
    'Tilgangspakken kan ikke knyttes til en rolle.',
    'Tilgangspakken kan ikkje knytast til ei rolle.',
    'The access package does not match any role.',
  ],
  'AUTH-00028': [
    'Klienten er ikke oppgitt eller er ugyldig.',
    'Klienten er ikkje oppgitt eller er ugyldig.',
    'The client is missing or not valid.',
  ],
  'AUTH-00030': ['Forespørselen finnes ikke.', 'Førespurnaden finst ikkje.', 'There is no such request.'],
  'AUTH-00031': [
    'Klienten kan bare fjernes av virksomheten som eier systembrukeren.',
    'Klienten kan berre fjernast av verksemda som eig systembrukaren.',
    'Only the organisation that owns the system user can remove the client.',
  ],
  'AUTH-00032': ['Koblingen finnes ikke.', 'Koplinga finst ikkje.', 'There is no such connection.'],
  'AUTH-00033': [
    'Systembrukeren kunne ikke slettes.',
    'Systembrukaren kunne ikkje slettast.',
    'The system user could not be deleted.',
  ],
  'AUTH-00034': [
    'Systembrukeren er ikke for klienter.',
    'Systembrukaren er ikkje for klientar.',
    'This is not a client system user.',
  ],
  'AUTH-00035': [
    'Systembrukeren er koblet til klienter. Fjern dem først.',
    'Systembrukaren er kopla til klientar. Fjern dei først.',
    'The system user is connected to clients. Remove them first.',
  ],
  'AUTH-00036': [
    'Systembrukeren er for klienter og slettes på sin egen side.',
    'Systembrukaren er for klientar og blir sletta på si eiga side.',
    'This is a client system user; it is deleted on its own page.',
  ],
  'AUTH-00037': [
    'Vi fant flere koblinger enn ventet.',
    'Vi fann fleire koplingar enn venta.',
    'There are more connections than expected.',
  ],
  'AUTH-00038': [
    'Koblingen til klienten finnes ikke.',
    'Koplinga til klienten finst ikkje.',
    'The connection to the client does not exist.',
  ],
  'AUTH-00039': [
    'Bare virksomheten som eier systembrukeren, kan koble den til klienter.',
    'Berre verksemda som eig systembrukaren, kan kople han til klientar.',
    'Only the organisation that owns the system user can connect it to clients.',
  ],
  'AUTH-00040': [
    'Koblingen tilhører en annen virksomhet.',
    'Koplinga høyrer til ei anna verksemd.',
    'The connection belongs to another organisation.',
  ],
  'AUTH-00041': [
    'Forespørselen er til en annen virksomhet enn den du handler for.',
    'Førespurnaden er til ei anna verksemd enn den du handlar for.',
    'The request is for a different organisation from the one you act for.',
  ],
  'AUTH-00042': [
    'Forespørselen er til en annen virksomhet enn den du handler for.',
    'Førespurnaden er til ei anna verksemd enn den du handlar for.',
    'The request is for a different organisation from the one you act for.',
  ],
  'AUTH-00043': ['Du må logge inn.', 'Du må logge inn.', 'You must log in.'],
  'AUTH-00044': [
    'Du har ikke lov til å se klientene.',
    'Du har ikkje lov til å sjå klientane.',
    'You may not see the clients.',
  ],
  'AUTH-00045': ['Klientene kunne ikke hentes.', 'Klientane kunne ikkje hentast.', 'The clients could not be fetched.'],
  'AUTH-00046': [
    'Tilgangspakkene kunne ikke hentes.',
    'Tilgangspakkane kunne ikkje hentast.',
    'The access packages could not be fetched.',
  ],
  'AUTH-00047': [
    'Systembrukeren kunne ikke knyttes til virksomheten.',
    'Systembrukaren kunne ikkje knytast til verksemda.',
    'The system user could not be attached to the organisation.',
  ],
  'AUTH-00048': [
    'Systembrukeren kunne ikke registreres.',
    'Systembrukaren kunne ikkje registrerast.',
    'The system user could not be registered.',
  ],
  'AUTH-00049': [
    'Virksomheten mangler en intern ID.',
    'Verksemda manglar ein intern ID.',
    'The organisation has no internal ID.',
  ],
  'AUTH-00050': [
    'Vi kunne ikke avgjøre om du kan gi tilgangspakkene.',
    'Vi kunne ikkje avgjere om du kan gi tilgangspakkane.',
    'We could not tell whether you may give the access packages.',
  ],
  'AUTH-00051': [
    'Tilgangspakkene kunne ikke gis.',
    'Tilgangspakkane kunne ikkje givast.',
    'The access packages could not be given.',
  ],
  'AUTH-00052': ['En tilgangspakke er ugyldig.', 'Ein tilgangspakke er ugyldig.', 'An access package is not valid.'],
  'AUTH-00053': [
    'Du har ikke selv alle tilgangspakkene, og kan derfor ikke gi dem.',
    'Du har ikkje sjølv alle tilgangspakkane, og kan difor ikkje gi dei.',
    'You do not hold all the access packages yourself, so you cannot give them.',
  ],
  'AUTH-00054': [
    'Systembrukeren kunne ikke kobles fra virksomheten.',
    'Systembrukaren kunne ikkje koplast frå verksemda.',
    'The system user could not be detached from the organisation.',
  ],
  'AUTH-00055': [
    'Tilgangspakkene kunne ikke hentes.',
    'Tilgangspakkane kunne ikkje hentast.',
    'The access packages could not be fetched.',
  ],
  'AUTH-00056': [
    'Systembrukeren kunne ikke slettes.',
    'Systembrukaren kunne ikkje slettast.',
    'The system user could not be deleted.',
  ],
  'AUTH-00057': [
    'Tilgangspakkene kunne ikke trekkes tilbake.',
    'Tilgangspakkane kunne ikkje trekkjast tilbake.',
    'The access packages could not be withdrawn.',
  ],
  'AUTH-00058': ['Velg minst én tilgangspakke.', 'Vel minst éin tilgangspakke.', 'Choose at least one access package.'],
  'AUTH-00059': [
    'Velg minst én rettighet eller tilgangspakke.',
    'Vel minst éin rett eller tilgangspakke.',
    'Choose at least one right or access package.',
  ],
  'AUTH-00060': [
    'Forespørselen kunne ikke oppdateres.',
    'Førespurnaden kunne ikkje oppdaterast.',
    'The request could not be updated.',
  ],
  'AUTH-00061': [
    'Endringsforespørselen er allerede besvart. Lag en ny.',
    'Endringsførespurnaden er alt svara på. Lag ein ny.',
    'The change request has already been answered. Make a new one.',
  ],
  'AUTH-00062': ['Rettighetene kunne ikke hentes.', 'Rettane kunne ikkje hentast.', 'The rights could not be fetched.'],
  'AUTH-00063': [
    'En av tilgangspakkene er ikke registrert på systemet.',
    'Ein av tilgangspakkane er ikkje registrert på systemet.',
    'One of the access packages is not registered on the system.',
  ],
  'AUTH-00064': [
    'En av tilgangspakkene er bare for klienter og kan ikke gis her.',
    'Ein av tilgangspakkane er berre for klientar og kan ikkje givast her.',
    'One of the access packages is for clients only and cannot be given here.',
  ],
  'AUTH-00065': [
    'En av tilgangspakkene kan ikke brukes for klienter.',
    'Ein av tilgangspakkane kan ikkje brukast for klientar.',
    'One of the access packages cannot be used for clients.',
  ],
  'AUTH-00066': [
    'Forespørselen er til en virksomhet du ikke har noen rolle i.',
    'Førespurnaden er til ei verksemd du ikkje har noka rolle i.',
    'The request is for an organisation in which you have no role.',
  ],
  'AUTH-00067': [
    'Systembrukeren kunne ikke knyttes til klienten.',
    'Systembrukaren kunne ikkje knytast til klienten.',
    'The system user could not be attached to the client.',
  ],
  'AUTH-00068': [
    'Du mangler tilgangspakken som trengs for å gi denne fullmakten.',
    'Du manglar tilgangspakken som trengst for å gi denne fullmakta.',
    'You lack the access package needed to give this authority.',
  ],
  'AUTH-00069': [
    'Virksomheten står ikke på tjenesteeierens tilgangsliste.',
    'Verksemda står ikkje på tilgangslista til tenesteeigaren.',
    'The organisation is not on the service owner’s access list.',
  ],
  'AUTH-00070': [
    'Fullmakten til tjenesten kan ikke gis videre til et system.',
    'Fullmakta til tenesta kan ikkje givast vidare til eit system.',
    'The authority for the service cannot be passed on to a system.',
  ],
  'AUTH-00071': [
    'Tjenesten er et API i Maskinporten og gis på en annen måte.',
    'Tenesta er eit API i Maskinporten og blir gitt på ein annan måte.',
    'The service is an API in Maskinporten and is given in another way.',
  ],
  'AUTH-00079': [
    'Virksomheten er ikke klient hos dere.',
    'Verksemda er ikkje klient hos dykk.',
    'The organisation is not a client of yours.',
  ],
  'AUTH-00080': [
    'Klienten har ikke gitt dere alle tilgangspakkene som systembrukeren trenger.',
    'Klienten har ikkje gitt dykk alle tilgangspakkane som systembrukaren treng.',
    'The client has not given you all the access packages that the system user needs.',
  ],
  'AUTH.VLD-00000': [
    'Organisasjonsnummeret er ugyldig.',
    'Organisasjonsnummeret er ugyldig.',
    'The organisation number is not valid.',
  ],
  'AUTH.VLD-00001': [
    'System-ID-en må begynne med organisasjonsnummeret deres og en understrek.',
    'System-ID-en må byrje med organisasjonsnummeret dykkar og ein understrek.',
    'The system ID must begin with your organisation number and an underscore.',
  ],
  'AUTH.VLD-00002': [
    'System-ID-en er allerede i bruk.',
    'System-ID-en er alt i bruk.',
    'The system ID is already in use.',
  ],
  'AUTH.VLD-00003': [
    'En av tjenestene finnes ikke i ressursregisteret.',
    'Ei av tenestene finst ikkje i ressursregisteret.',
    'One of the services is not in the resource registry.',
  ],
  'AUTH.VLD-00004': [
    'En av Maskinporten-klientene er knyttet til et annet system.',
    'Ein av Maskinporten-klientane er knytt til eit anna system.',
    'One of the Maskinporten clients belongs to another system.',
  ],
  'AUTH.VLD-00005': [
    'En returadresse er ugyldig. Skriv hele adressen, som https://eksempel.no/tilbake.',
    'Ei returadresse er ugyldig. Skriv heile adressa, som https://eksempel.no/tilbake.',
    'A return address is not valid. Write the whole address, like https://example.com/return.',
  ],
  'AUTH.VLD-00006': ['En rettighet står to ganger.', 'Ein rett står to gonger.', 'A right is listed twice.'],
  'AUTH.VLD-00007': [
    'En tilgangspakke står to ganger.',
    'Ein tilgangspakke står to gonger.',
    'An access package is listed twice.',
  ],
  'AUTH.VLD-00008': [
    'En av tilgangspakkene finnes ikke eller kan ikke gis.',
    'Ein av tilgangspakkane finst ikkje eller kan ikkje givast.',
    'One of the access packages does not exist or cannot be given.',
  ],
  'AUTH.VLD-00009': [
    'En rettighet må peke på en ressurs i ressursregisteret.',
    'Ein rett må peike på ein ressurs i ressursregisteret.',
    'A right must name a resource in the resource registry.',
  ],
  'AUTH.VLD-00011': [
    'En Maskinporten-klient står to ganger.',
    'Ein Maskinporten-klient står to gonger.',
    'A Maskinporten client is listed twice.',
  ],
  'AUTH.VLD-00012': [
    'System-ID-en kan ikke endres.',
    'System-ID-en kan ikkje endrast.',
    'The system ID cannot be changed.',
  ],
  'AUTH.VLD-00013': [
    'System-ID-en kan ikke ha mellomrom.',
    'System-ID-en kan ikkje ha mellomrom.',
    'The system ID cannot contain spaces.',
  ],
  'AUTH.VLD-00014': [
    'Systembrukeren er ikke oppgitt eller finnes ikke.',
    'Systembrukaren er ikkje oppgitt eller finst ikkje.',
    'The system user is missing or does not exist.',
  ],
  'AUTH.VLD-00015': [
    'Systembrukeren er ikke for klienter.',
    'Systembrukaren er ikkje for klientar.',
    'This is not a client system user.',
  ],
  'AUTH.VLD-00016': [
    'Klienten er ikke oppgitt eller er ugyldig.',
    'Klienten er ikkje oppgitt eller er ugyldig.',
    'The client is missing or not valid.',
  ],
  'AUTH.VLD-00017': [
    'En av ressursene er av en type som ikke kan gis til systemer.',
    'Ein av ressursane er av ein type som ikkje kan givast til system.',
    'One of the resources is of a type that cannot be given to systems.',
  ],
  'AUTH.VLD-00018': [
    'Tilgangspakker for klienter kan ikke brukes i et system som er synlig for alle.',
    'Tilgangspakkar for klientar kan ikkje brukast i eit system som er synleg for alle.',
    'Access packages for clients cannot be used in a system that everybody can see.',
  ],
  'agreement-missing': [
    'Virksomheten har ingen gjeldende avtale om systemregisteret.',
    'Verksemda har inga gjeldande avtale om systemregisteret.',
    'The organisation has no agreement in force for the system register.',
  ],
  'agreement-not-found': [
    'Virksomheten har ikke søkt om tilgang til systemregisteret.',
    'Verksemda har ikkje søkt om tilgang til systemregisteret.',
    'The organisation has not applied for access to the system register.',
  ],
  'agreement-exists': [
    'Virksomheten har allerede en avtale eller en søknad som venter på svar.',
    'Verksemda har alt ein avtale eller ein søknad som ventar på svar.',
    'The organisation already has an agreement, or an application that is waiting for an answer.',
  ],
  'agreement-status': [
    'Avtalen er endret, og dette kan ikke gjøres lenger. Last siden på nytt.',
    'Avtalen er endra, og dette kan ikkje gjerast lenger. Last sida på nytt.',
    'The agreement has changed, and this can no longer be done. Reload the page.',
  ],
  'organisation-not-found': [
    'Vi finner ingen virksomhet med det organisasjonsnummeret.',
    'Vi finn inga verksemd med det organisasjonsnummeret.',
    'There is no organisation with that number.',
  ],
  'RR-00000': [
    'Medlemmene kan ikke vises sammen med listene. Hent dem for én liste om gangen.',
    'Medlemmene kan ikkje visast saman med listene. Hent dei for éi liste om gongen.',
    'Members cannot be shown with the lists. Fetch them for one list at a time.',
  ],
  'RR-00001': [
    'En av virksomhetene finnes ikke i registeret.',
    'Ei av verksemdene finst ikkje i registeret.',
    'One of the organisations is not in the register.',
  ],
  'RR-00002': [
    'En av ressursene finnes ikke i ressursregisteret.',
    'Ein av ressursane finst ikkje i ressursregisteret.',
    'One of the resources is not in the resource registry.',
  ],
  'RR-00004': [
    'Tilgangslisten og ressursen må ha samme tjenesteeier.',
    'Tilgangslista og ressursen må ha same tenesteeigar.',
    'The access list and the resource must have the same service owner.',
  ],
  'RR.VLD-00000': [
    'Høyst 100 virksomheter kan erstattes om gangen. Legg til og fjern dem i stedet.',
    'Høgst 100 verksemder kan erstattast om gongen. Legg til og fjern dei i staden.',
    'At most 100 organisations can be replaced at a time. Add and remove them instead.',
  ],
  'RR.VLD-00001': [
    'Høyst 100 virksomheter kan legges til eller fjernes om gangen.',
    'Høgst 100 verksemder kan leggjast til eller fjernast om gongen.',
    'At most 100 organisations can be added or removed at a time.',
  ],
  'RR.VLD-00002': [
    'Oppgi hvilken ressurs det gjelder.',
    'Oppgi kva ressurs det gjeld.',
    'State which resource it is about.',
  ],
  'RR.VLD-00003': ['Oppgi minst én virksomhet.', 'Oppgi minst éi verksemd.', 'State at least one organisation.'],
  'RR.VLD-00004': [
    'En virksomhet er oppgitt på en ugyldig måte.',
    'Ei verksemd er oppgitt på ein ugyldig måte.',
    'An organisation is not stated in a valid way.',
  ],
  'RR.VLD-00005': [
    'En ressurs er oppgitt på en ugyldig måte.',
    'Ein ressurs er oppgitt på ein ugyldig måte.',
    'A resource is not stated in a valid way.',
  ],
  'RR.VLD-00006': [
    'Bare én virksomhet kan oppgis om gangen.',
    'Berre éi verksemd kan oppgivast om gongen.',
    'Only one organisation can be stated at a time.',
  ],
  'RR.VLD-00007': [
    'Bare én ressurs kan oppgis om gangen.',
    'Berre éin ressurs kan oppgivast om gongen.',
    'Only one resource can be stated at a time.',
  ],
  'RR.VLD-00008': [
    'Antallet må være mellom 1 og 1000.',
    'Talet må vere mellom 1 og 1000.',
    'The limit must be between 1 and 1000.',
  ],
  'RR.VLD-00010': [
    'Listens eier må være en tjenesteeier i registeret.',
    'Eigaren av lista må vere ein tenesteeigar i registeret.',
    'The owner of the list must be a service owner in the register.',
  ],
  'RR.VLD-00011': [
    'Antallet må være mellom 1 og 1000.',
    'Talet må vere mellom 1 og 1000.',
    'The limit must be between 1 and 1000.',
  ],
  'REQ-00001': [
    'Det systemet ber om, er endret siden du åpnet siden. Les på nytt før du svarer.',
    'Det systemet ber om, er endra sidan du opna sida. Les på nytt før du svarar.',
    'What the system asks for has changed since you opened the page. Read it again before you answer.',
  ],
  'REQ-00002': [
    'For mange forespørsler til denne kunden venter på svar.',
    'For mange førespurnader til denne kunden ventar på svar.',
    'Too many requests to this customer are waiting for an answer.',
  ],
  'REQ-00003': [
    'Forespørselen er allerede sendt videre. Du kan minne om den igjen i morgen.',
    'Førespurnaden er alt send vidare. Du kan minne om han igjen i morgon.',
    'The request has already been forwarded. You can remind them again tomorrow.',
  ],
  'REQ-00004': [
    'Systemet er stanset og kan ikke få fullmakter nå.',
    'Systemet er stansa og kan ikkje få fullmakter no.',
    'The system is suspended and cannot be given authority now.',
  ],
  'REQ-00005': [
    'Personen kan ikke svare for denne virksomheten.',
    'Personen kan ikkje svare for denne verksemda.',
    'The person cannot answer for this organisation.',
  ],
  'REQ-00006': [
    'Forespørselen ble besvart mens den ble trukket tilbake. Les den på nytt.',
    'Førespurnaden blei svara på medan han blei trekt tilbake. Les han på nytt.',
    'The request was answered while it was being withdrawn. Read it again.',
  ],
  'REQ-00007': [
    'Kunden tar ikke imot forespørsler fra dere.',
    'Kunden tek ikkje imot førespurnader frå dykk.',
    'The customer does not accept requests from you.',
  ],
  'REQ-00008': [
    'Leverandøren er allerede bedt om en endring. Prøv igjen i morgen.',
    'Leverandøren er alt beden om ei endring. Prøv igjen i morgon.',
    'The vendor has already been asked for a change. Try again tomorrow.',
  ],
  invalid_request: [
    'Noe du har sendt, er ugyldig.',
    'Noko du har sendt, er ugyldig.',
    'Something that you sent is not valid.',
  ],
  unknown_scope: [
    'Et av scopene finnes ikke eller er ute av bruk.',
    'Eit av scopa finst ikkje eller er ute av bruk.',
    'One of the scopes does not exist or is not active.',
  ],
  access_missing: [
    'Virksomheten har ikke tilgang til scopet.',
    'Verksemda har ikkje tilgang til scopet.',
    'The organisation has no access to the scope.',
  ],
  immutable_field: [
    'Dette feltet kan ikke endres.',
    'Dette feltet kan ikkje endrast.',
    'This field cannot be changed.',
  ],
  secret_not_supported: [
    'Klienten bruker nøkler og har ingen hemmelighet.',
    'Klienten bruker nøklar og har ingen løyndom.',
    'The client uses keys and has no secret.',
  ],
  too_many_keys: [
    'En klient kan ha høyst fem nøkler.',
    'Ein klient kan ha høgst fem nøklar.',
    'A client can have at most five keys.',
  ],
  duplicate_kid: ['To nøkler har samme nøkkel-ID.', 'To nøklar har same nøkkel-ID.', 'Two keys have the same key ID.'],
  invalid_key: [
    'Nøkkelen kan ikke brukes. Den må være en offentlig RSA-nøkkel på minst 2048 bit.',
    'Nøkkelen kan ikkje brukast. Han må vere ein offentleg RSA-nøkkel på minst 2048 bit.',
    'The key cannot be used. It must be a public RSA key of at least 2048 bits.',
  ],
  private_key: [
    'Dette er en privat nøkkel. Den er ikke lagret, men må regnes som kompromittert: Lag et nytt nøkkelpar, og registrer bare den offentlige delen.',
    'Dette er ein privat nøkkel. Han er ikkje lagra, men må reknast som kompromittert: Lag eit nytt nøkkelpar, og registrer berre den offentlege delen.',
    'This is a private key. It was not stored, but must be considered compromised: generate a new key pair and register only its public part.',
  ],
  key_in_use: [
    'Nøkkelen er registrert hos en annen virksomhet.',
    'Nøkkelen er registrert hos ei anna verksemd.',
    'The key is registered with another organisation.',
  ],
  not_delegable: ['Scopet kan ikke delegeres.', 'Scopet kan ikkje delegerast.', 'The scope cannot be delegated.'],
  prefix_not_yours: [
    'Prefikset er ikke tildelt virksomheten deres.',
    'Prefikset er ikkje tildelt verksemda dykkar.',
    'The prefix is not assigned to your organisation.',
  ],
  scope_not_found: ['Scopet finnes ikke.', 'Scopet finst ikkje.', 'There is no such scope.'],
  access_not_found: [
    'Virksomheten har aldri hatt tilgang til scopet.',
    'Verksemda har aldri hatt tilgang til scopet.',
    'The organisation has never had access to the scope.',
  ],
  prefix_not_found: ['Prefikset finnes ikke.', 'Prefikset finst ikkje.', 'There is no such prefix.'],
  client_not_found: ['Klienten finnes ikke.', 'Klienten finst ikkje.', 'There is no such client.'],
  key_not_found: [
    'Klienten har ingen nøkkel med den nøkkel-ID-en.',
    'Klienten har ingen nøkkel med den nøkkel-ID-en.',
    'The client has no key with that key ID.',
  ],
  organisation_not_found: [
    'Vi finner ingen virksomhet med det organisasjonsnummeret.',
    'Vi finn inga verksemd med det organisasjonsnummeret.',
    'There is no organisation with that number.',
  ],
  api_not_found: [
    'Vi finner ikke API-et, eller eieren har stengt det for leverandører.',
    'Vi finn ikkje API-et, eller eigaren har stengt det for leverandørar.',
    'There is no such API, or its owner has closed it to suppliers.',
  ],
  delegation_not_found: ['Delegeringen finnes ikke.', 'Delegeringa finst ikkje.', 'There is no such delegation.'],
  scope_exists: ['Scopet finnes allerede.', 'Scopet finst alt.', 'The scope already exists.'],
  prefix_exists: ['Prefikset er allerede tildelt.', 'Prefikset er alt tildelt.', 'The prefix is already assigned.'],
  client_exists: ['Klient-ID-en er i bruk.', 'Klient-ID-en er i bruk.', 'The client ID is taken.'],
  on_behalf_of_not_found: [
    'Klienten har ingen slik oppføring under «på vegne av».',
    'Klienten har inga slik oppføring under «på vegner av».',
    'The client has no such on-behalf-of entry.',
  ],
  on_behalf_of_exists: [
    'Klienten har allerede denne oppføringen under «på vegne av».',
    'Klienten har alt denne oppføringa under «på vegner av».',
    'The client has this on-behalf-of entry already.',
  ],
  webhook_url: [
    'Adressen kan ikke brukes. Den må begynne med https:// og ikke føre til et lukket nett.',
    'Adressa kan ikkje brukast. Ho må byrje med https:// og ikkje føre til eit lukka nett.',
    'The address cannot be used. It must begin with https:// and not lead to a closed network.',
  ],
  webhook_type: [
    'En av hendelsestypene finnes ikke.',
    'Ein av hendingstypane finst ikkje.',
    'One of the types of event does not exist.',
  ],
  webhook_system: [
    'Et av systemene er ikke deres.',
    'Eit av systema er ikkje dykkar.',
    'One of the systems is not yours.',
  ],
  too_many_webhooks: [
    'Dere kan ha ti mottakeradresser. Fjern en før dere legger til en ny.',
    'De kan ha ti mottakaradresser. Fjern ei før de legg til ei ny.',
    'You can have ten receiving addresses. Remove one before you add another.',
  ],
  webhook_not_found: ['Mottakeradressen finnes ikke.', 'Mottakaradressa finst ikkje.', 'There is no such address.'],
  delivery_not_found: ['Leveringen finnes ikke.', 'Leveringa finst ikkje.', 'There is no such delivery.'],
  delivery_under_way: [
    'Leveringen er underveis akkurat nå. Prøv igjen om et halvt minutt.',
    'Leveringa er undervegs akkurat no. Prøv igjen om eit halvt minutt.',
    'The delivery is under way just now. Try again in half a minute.',
  ],
  version_conflict: [
    'Noen har endret dette siden du leste det. Last siden på nytt.',
    'Nokon har endra dette sidan du las det. Last sida på nytt.',
    'Somebody has changed this since you read it. Reload the page.',
  ],
  'STD-00000': ['Noe i innholdet er ugyldig.', 'Noko i innhaldet er ugyldig.', 'Something in the body is not valid.'],
  'SBX-00001': [
    'Klokka kan ikke stilles så langt tilbake: Det portalen visste om brukte tokenforespørsler fra den tiden, er slettet.',
    'Klokka kan ikkje stillast så langt tilbake: Det portalen visste om brukte tokenførespurnader frå den tida, er sletta.',
    'The clock cannot be set that far back: what the portal knew of used grants from that time has been deleted.',
  ],
  'SBX-00002': [
    'Klokka kan bare vise tider mellom år 2000 og 2100.',
    'Klokka kan berre vise tider mellom år 2000 og 2100.',
    'The clock can only show times between the years 2000 and 2100.',
  ],
  'SBX-00003': [
    'Øyeblikksbildet finnes ikke.',
    'Augneblinks\u00adbiletet finst ikkje.',
    'There is no snapshot of that name.',
  ],
  'SBX-00004': [
    'Det kan ikke ligge flere øyeblikksbilder her. Slett et, eller ta dette med et navn som finnes fra før.',
    'Det kan ikkje liggje fleire augneblinks\u00adbilete her. Slett eit, eller ta dette med eit namn som finst frå før.',
    'There can be no more snapshots. Delete one, or take this one under a name that is there already.',
  ],
  'SBX-00005': [
    'Øyeblikksbildet er tatt av en annen versjon av portalen, med andre tabeller. Ingenting er endret. Ta det på nytt.',
    'Augneblinks\u00adbiletet er teke av ein annan versjon av portalen, med andre tabellar. Ingenting er endra. Ta det på nytt.',
    'The snapshot was taken by another version of the portal, with other tables. Nothing has changed. Take it anew.',
  ],
  'SBX-00006': [
    'Testmiljøet inneholder for mye til å få plass i et øyeblikksbilde. Begynn på nytt, eller sikkerhetskopier databasen.',
    'Testmiljøet inneheld for mykje til å få plass i eit augneblinks\u00adbilete. Byrj på nytt, eller tryggingskopier databasen.',
    'The test environment holds too much for a snapshot. Begin anew, or back up the database.',
  ],
  'SBX-00007': [
    'Navnerommet finnes fra før, og nøkkelen vises bare én gang. Slett det først, eller velg et annet navn.',
    'Namnerommet finst frå før, og nøkkelen blir vist berre éin gong. Slett det først, eller vel eit anna namn.',
    'The namespace is there already, and its key is shown only once. Delete it first, or choose another name.',
  ],
  'SBX-00008': ['Navnerommet finnes ikke.', 'Namnerommet finst ikkje.', 'There is no namespace of that name.'],
  'SBX-00009': [
    'Testmiljøet har ikke plass til flere navnerom. Slett noen av dem, eller begynn på nytt.',
    'Testmiljøet har ikkje plass til fleire namnerom. Slett nokre av dei, eller byrj på nytt.',
    'The test environment has no room for more namespaces. Delete some of them, or begin anew.',
  ],
};

/** The text of a public problem code in the reader's language, or `undefined` for a code without one. */
export function problemText(language: Language, code: string): string | undefined {
  const texts = PROBLEM_TEXTS[code];
  return texts && textIn(language, texts);
}
