/** Only for clients: passed on to agents, never given directly. Code, id, then the name in nb, nn and en. */
export const CLIENT_ONLY_PACKAGES: Readonly<Record<string, string>> = {
  fullmakter_for_regnskapsforer: `
regnskapsforer-med-signeringsrettighet|955d5779-3e2b-4098-b11d-0431dc41ddbe|Regnskapsfører med signeringsrettighet|Rekneskapsførar med signeringsrett|Accountant with signing rights
regnskapsforer-uten-signeringsrettighet|a5f7f72a-9b89-445d-85bb-06f678a3d4d1|Regnskapsfører uten signeringsrettighet|Rekneskapsførar utan signeringsrett|Accountant without signing rights
regnskapsforer-lonn|43becc6a-8c6c-4e9e-bb2f-08fe588ada21|Regnskapsfører lønn|Rekneskapsførar løn|Accountant salary`,
  fullmakter_for_revisor: `
ansvarlig-revisor|2f176732-b1e9-449b-9918-090d1fa986f6|Ansvarlig revisor|Ansvarleg revisor|Auditor in charge
revisormedarbeider|96120c32-389d-46eb-8212-0a6540540c25|Revisormedarbeider|Revisormedarbeidar|Assistant auditor`,
  fullmakter_for_forretningsforer: `
forretningsforer-eiendom|0195efb8-7c80-7cf2-bcc8-720a3fb39d44|Forretningsfører eiendom|Forretningsførar eigedom|Business manager real estate`,
};

/** For administration: given directly, never passed on for clients. Code, id, then the name in nb, nn and en. */
export const ADMINISTRATION_PACKAGES: Readonly<Record<string, string>> = {
  administrere_tilganger: `
tilgangsstyrer|0195efb8-7c80-7a95-ad36-900c3d8ad300|Tilgangsstyrer|Tilgangsstyrar|Access manager
klientadministrator|0195efb8-7c80-7e82-9b4f-7d63e773bbca|Klientadministrator|Klientadministrator|Client administrator
hovedadministrator|0195efb8-7c80-7e16-ab0c-36dc8ab1a29d|Hovedadministrator|Hovudadministrator|Main administrator
maskinporten-administrator|0195efb8-7c80-7b30-a84d-f37fed9fb89c|Maskinporten-administrator|Maskinporten-administrator|Maskinporten administrator
konkursbo-tilgangsstyrer|0195efb8-7c80-7e9c-95c1-48937e23960a|Konkursbo-administrator|Konkursbu-administrator|Bankruptcy estate administrator
tilgangsstyring-enkeltinstanser||Tilgangsstyring for enkeltinstanser|Tilgangsstyring for enkeltinstansar|Access management for single instances
ffor-tilgangsstyrer-nuf||Forhåndsregistrert tilgangsstyrer - NUF|Førehandsregistrert tilgangsstyrar - NUF|Pre-registered access manager - NUF`,
  integrasjoner: `
maskinporten-scopes|27f488d7-d1f6-4aee-ae81-2bb42d62c446|Delegerbare Maskinporten-scopes|Delegerbare Maskinporten-scopes|Delegable Maskinporten scopes
maskinporten-scopes-nuf|5dad616e-5538-4e3f-b15a-bae33f06c99f|Delegerbare Maskinporten-scopes - NUF|Delegerbare Maskinporten-scopes - NUF|Delegable Maskinporten scopes - NUF
maskinlesbare-hendelser|66bd8101-fbd8-491b-b1f5-2f53a9476ffd|Maskinlesbare hendelser|Maskinlesbare hendingar|Machine-readable events`,
  forhold_ved_virksomheten: `
virksomhetens-representant-skjemaoppgaver||Virksomhetens representant for skjemaoppgaver|Representanten til verksemda for skjemaoppgåver|The organisation’s representative for form tasks`,
};

/** Neither given nor passed on. Code, id, then the name in nb, nn and en. */
export const FIXED_PACKAGES: Readonly<Record<string, string>> = {
  forhold_ved_virksomheten: `
eksplisitt|c0eb20c1-2268-48f5-88c5-f26cb47a6b1f|Eksplisitt tjenestedelegering|Eksplisitt tenestedelegering|Explicit service delegation`,
  vergemal: `
vergemal-bank-representasjon-dagligbank||Bank - Representasjon dagligbank|Bank - Representasjon daglegbank|Bank - Representation daily banking
vergemal-bank-ta-opp-lan-kreditter||Bank - Ta opp lån/kreditter|Bank - Ta opp lån/kredittar|Bank - Taking out loans/credits
vergemal-forsikringsselskap-forvalte-forsikringsavtaler||Forsikringsselskap - Forvalte forsikringsavtaler|Forsikringsselskap - Forvalte forsikringsavtalar|Insurance company - Managing insurance agreements
vergemal-helfo-refusjon-privatpersoner||Helfo - Refusjon for privatpersoner|Helfo - Refusjon for privatpersonar|Helfo - Reimbursement for private individuals
vergemal-helfo-fastlege||Helfo - Fastlege|Helfo - Fastlege|Helfo - General practitioner
vergemal-husbanken-bostotte||Husbanken - Bostøtte|Husbanken - Bustøtte|The Housing Bank - Housing allowance
vergemal-husbanken-startlan||Husbanken - Startlån|Husbanken - Startlån|The Housing Bank - Start-up loan
vergemal-inkassoselskap-inkassoavtaler||Inkassoselskap - Forhandle og inngå inkassoavtaler|Inkassoselskap - Forhandle og inngå inkassoavtalar|Debt collection companies - Negotiate and conclude debt collection agreements
vergemal-kartverket-salg-fast-eiendom-borettslagsandel||Kartverket - Salg av fast eiendom/borettslagsandel|Kartverket - Sal av fast eigedom/burettslagsdel|The Norwegian Mapping Authority - Sale of real estate/condominium share
vergemal-kartverket-kjop-eiendom||Kartverket - Kjøp av eiendom|Kartverket - Kjøp av eigedom|The Norwegian Mapping Authority - Purchase of property
vergemal-kartverket-arv-privat-skifte-uskifte||Kartverket - Arv, privat skifte og uskifte|Kartverket - Arv, privat skifte og uskifte|The Norwegian Mapping Authority - Inheritance, private settlement and undivided estate
vergemal-kartverket-endring-eiendom||Kartverket - Endring av eiendom|Kartverket - Endring av eigedom|The Norwegian Mapping Authority - Change of property
vergemal-kartverket-avtaler-rettigheter||Kartverket - Avtaler og rettigheter|Kartverket - Avtalar og rettar|The Norwegian Mapping Authority - Agreements and rights
vergemal-kartverket-sletting||Kartverket - Sletting|Kartverket - Sletting|The Norwegian Mapping Authority - Deletion
vergemal-kartverket-laneopptak||Kartverket - Låneopptak|Kartverket - Låneopptak|The Norwegian Mapping Authority - Loan acquisition
vergemal-kommune-bygg-eiendom||Kommune - Bygg og eiendom|Kommune - Bygg og eigedom|Municipality - Building and property
vergemal-kommune-helse-omsorg||Kommune - Helse og omsorg|Kommune - Helse og omsorg|Municipality - Health and care
vergemal-kommune-skatt-avgift||Kommune - Skatt og avgift|Kommune - Skatt og avgift|Municipality - Tax and duty
vergemal-kommune-sosiale-tjenester||Kommune - Sosiale tjenester|Kommune - Sosiale tenester|Municipality - Social services
vergemal-kommune-skole-utdanning||Kommune - Skole og utdanning|Kommune - Skule og utdanning|Municipality - School and education
vergemal-kredittvurderingsselskap-kredittsperre||Kredittvurderingsselskap - Kredittsperre|Kredittvurderingsselskap - Kredittsperre|Credit rating agency - Credit freeze
vergemal-namsmannen-gjeldsordning||Namsmannen - Gjeldsordning|Namsmannen - Gjeldsordning|The Enforcement Officer - Debt settlement
namsmannen-tvangsfullbyrdelse-forliksradet||Namsmannen - Tvangsfullbyrdelse, herunder behandling i forliksrådet|Namsmannen - Tvangsfullføring, medrekna behandling i forliksrådet|The Enforcement Officer - Enforcement, including proceedings in the conciliation board
vergemal-nav-arbeid||Nav - Arbeid|Nav - Arbeid|Nav - Work
vergemal-nav-familie||Nav - Familie|Nav - Familie|Nav - Family
vergemal-nav-hjelpemidler||Nav - Hjelpemidler|Nav - Hjelpemiddel|Nav - Assistive devices
vergemal-nav-pensjon||Nav - Pensjon|Nav - Pensjon|Nav - Pension
vergemal-nav-sosiale-tjenester||Nav - Sosiale tjenester|Nav - Sosiale tenester|Nav - Social services
vergemal-pasientreiser-refusjon-pasientreiser||Pasientreiser - Refusjon av pasientreiser|Pasientreiser - Refusjon av pasientreiser|Patient travel - Reimbursement of patient travel
vergemal-skatteetaten-innkreving-tvangsfullbyrdelse||Skatteetaten - Innkreving og tvangsfullbyrdelse|Skatteetaten - Innkrevjing og tvangsfullføring|The Tax Administration - Collection and enforcement
vergemal-skatteetaten-endre-postadresse||Skatteetaten - Endre postadresse|Skatteetaten - Endre postadresse|The Tax Administration - Change postal address
vergemal-skatteetaten-melde-flytting||Skatteetaten - Melde flytting|Skatteetaten - Melde flytting|The Tax Administration - Report moving
vergemal-skatteetaten-skatt||Skatteetaten - Skatt|Skatteetaten - Skatt|The Tax Administration - Tax
vergemal-statsforvalter-soke-om-samtykke-disposisjon||Statsforvalteren - Søke om samtykke til disposisjon|Statsforvaltaren - Søkje om samtykke til disposisjon|County Governor - Apply for consent to disposition
vergemal-tingretten-begjaere-uskifte||Tingretten - Begjære uskifte|Tingretten - Krevje uskifte|The District Court - Petition for undivided estate
vergemal-tingretten-privat-skifte-dodsbo||Tingretten - Privat skifte av dødsbo|Tingretten - Privat skifte av dødsbu|The District Court - Private settlement of estate
vergemal-tingretten-begjaere-skifte-uskiftebo||Tingretten - Begjære skifte av uskiftebo|Tingretten - Krevje skifte av uskiftebu|The District Court - Petition for settlement of undivided estate
vergemal-ovrige-kjop-leie-varer-tjenester||Øvrige - Kjøp/leie av varer og tjenester|Andre - Kjøp/leige av varer og tenester|Others - Purchase/rental of goods and services
vergemal-ovrige-inngaelse-husleiekontrakter||Øvrige - Inngåelse av husleiekontrakter|Andre - Inngåing av husleigekontraktar|Others - Conclusion of lease agreements
vergemal-ovrige-avslutning-husleiekontrakter||Øvrige - Avslutning av husleiekontrakter|Andre - Avslutting av husleigekontraktar|Others - Termination of lease agreements
vergemal-ovrige-salg-losore-storre-verdi||Øvrige - Salg av løsøre av større verdi|Andre - Sal av lausøyre av større verdi|Others - Sale of personal property of greater value`,
};
