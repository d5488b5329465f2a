/** Packages that may be given directly and passed on, by area: code, id, then the name in nb, nn and en. */
export const ORDINARY_PACKAGES: Readonly<Record<string, string>> = {
  skatt_avgift_regnskap_og_toll: `
skatt-naering|1dba50d6-f604-48e9-bd41-82321b13e85c|Skatt næring|Skatt næring|Business tax
skattegrunnlag|4c859601-9b2b-4662-af39-846f4117ad7a|Skattegrunnlag|Skattegrunnlag|Tax base
merverdiavgift|9a61b136-7810-4939-ab6d-84938e9a12c6|Merverdiavgift|Meirverdiavgift|Value added tax
motorvognavgift|4f4d4567-2384-49fa-b34b-84b4b77139d8|Motorvognavgifter|Motorvognavgifter|Motor vehicle taxes
regnskap-okonomi-rapport|b4e69b54-895e-42c5-bf0d-861a571cd282|Regnskap og økonomirapportering|Rekneskap og økonomirapportering|Accounting and economic reporting
krav-og-utlegg|a02fc602-872a-4671-b338-8b86a64b534a|Krav, betalinger og utlegg|Krav, betalingar og utlegg|Claims, payments and enforcement
revisorattesterer|1886712b-e077-445a-ab3f-8c8bdebccc67|Revisorattesterer|Revisorattesterer|Auditor attestation
revisjon|2baf30c2-ba5c-49de-8cce-f8ac27d12690|Revisjon|Revisjon|Auditing
saeravgifter|74c1dcf6-a760-4065-83f0-8edc6dec5dba|Særavgifter|Særavgifter|Special taxes
kreditt-og-oppgjoer|eb9006a6-dbd5-4155-9174-91e182a56715|Kreditt- og oppgjørsordninger|Kreditt- og oppgjersordningar|Credit and settlement arrangements
toll|deb7f8ae-8427-469d-b824-937c146c0489|Toll|Toll|Customs`,
  personale: `
ansettelsesforhold|cf575d42-72be-4d14-b0d2-77352221df4f|Ansettelsesforhold|Tilsetjingsforhold|Employment relations
lonn|fb0aa257-e7dc-4b7b-9528-77dfb749461c|Lønn|Løn|Salary
lonn-personopplysninger-saerlig-kategori|7c6d02b0-e0e9-45d6-b357-f2e929995475|Lønn med personopplysninger av særlig kategori|Løn med personopplysningar av særleg kategori|Salary with personal data of special category
a-ordning|4af2d44d-f9f8-4585-b679-7875bb1828ea|A-ordningen|A-ordninga|A-melding system
pensjon|ae41bf08-c7ef-4bfe-b2b9-7bf6deb7798f|Pensjon|Pensjon|Pension
sykefravaer|08ec673d-9126-4ed0-ae75-7ceec8633c77|Sykefravær|Sjukefråvær|Sick leave
sykefravaer-personopplysninger-saerlig-kategori|0f238f6e-47df-4969-95b1-23983f90692c|Sykefravær med personopplysninger av særlig kategori|Sjukefråvær med personopplysningar av særleg kategori|Sick leave with personal data of special category
permisjon|71a2bd47-e885-49c7-8a58-7ef4bd936f41|Permisjon|Permisjon|Leave of absence`,
  miljo_ulykke_og_sikkerhet: `
renovasjon|5eb07bdc-5c3c-4c85-add3-5405b214b8a3|Renovasjon|Renovasjon|Waste management
miljorydding-miljorensing-og-lignende|04c5a001-5249-4765-ae8e-58617c404223|Miljørydding, miljørensing og lignende|Miljørydding, miljøreinsing og liknande|Environmental cleanup, environmental remediation and similar
baerekraft|bacc9294-56fd-457f-930e-59ee4a7a3894|Bærekraft|Berekraft|Sustainability
sikkerhet-og-internkontroll|cfe074fa-0a66-4a4b-974a-5d1db8eb94e6|Sikkerhet og internkontroll|Tryggleik og internkontroll|Security and internal control
ulykke|a03af7d5-74b9-4f18-aead-5d47edc36be5|Ulykke|Ulykke|Accident
yrkesskade|fa84bffc-ac17-40cd-af9c-61c89f92e44c|Yrkesskade|Yrkesskade|Occupational injury`,
  post_og_arkiv: `
ordinaer-post-til-virksomheten|91cf61ae-69ab-49d5-b51a-80591c91f255|Ordinær post til virksomheten|Ordinær post til verksemda|Regular mail to business
post-til-virksomheten-med-taushetsbelagt-innhold|bb0569a6-2268-49b5-9d38-8158b26124c3|Post til virksomheten med taushetsbelagt innhold|Post til verksemda med teiepliktig innhald|Mail to business with confidential content`,
  forhold_ved_virksomheten: `
generelle-helfotjenester|06c13400-8683-4985-9802-cef13e247f24|Generelle helfotjenester|Generelle helfotenester|General Helfo services
helfo-saerlig-kategori|2ee6e972-2423-4f3a-bd3c-d4871fcc9876|Helfotjenester med personopplysninger av særlig kategori|Helfotenester med personopplysningar av særleg kategori|Helfo services with personal data of special category
starte-drive-endre-avvikle-virksomhet|956cfcf0-ab4c-44d8-98a2-d68c4d59321b|Starte, endre og avvikle virksomhet|Starte, endre og avvikle verksemd|Start, change and dissolve business
aksjer-og-eierforhold|7dfc669b-70e4-4974-9e11-d6dca4803aaa|Aksjer og eierforhold|Aksjar og eigarforhold|Shares and ownership
attester|4717e6e0-1ec2-4354-b825-d9a9e2588fb1|Attester|Attestar|Certificates
dokumentbasert-tilsyn|df13707e-5252-496a-bc00-daffeed1e4b2|Dokumentbasert tilsyn|Dokumentbasert tilsyn|Document-based supervision
infrastruktur|75978efe-2437-421e-8c77-dd61925c7ba4|Infrastruktur|Infrastruktur|Infrastructure
patent-varemerke-design|250568e6-ed9f-4bdc-b9e3-df08be7181ba|Patent, varemerke og design|Patent, varemerke og design|Patents, trademarks and design
tilskudd-stotte-erstatning|d3ba7bba-195b-4b69-ae68-df20ecd57097|Tilskudd, støtte og erstatning|Tilskot, stønad og erstatning|Grant, support and compensation
mine-sider-kommune|600bf1be-61f6-423c-9a13-df93ee3214a5|Mine sider hos kommunen|Mine sider hos kommunen|My pages at the municipality
politi-og-domstol|55e73960-09e5-473e-aa40-deaf97cf9bf2|Politi og domstol|Politi og domstol|Police and courts
rapportering-statistikk|ac54a5ca-16d2-4132-ae0d-e5aa8bd1ff6e|Rapportering av statistikk|Rapportering av statistikk|Statistics reporting
forskning|594a2c4b-47a1-48c6-a01c-ed44ec4c05a4|Forskning|Forsking|Research
folkeregister|5b51658e-f716-401c-9fc2-fe70bbe70f48|Folkeregister|Folkeregister|Population register
teknisk-samhandling-skatt|1e36b4e3-2eff-4613-9f52-52cde5c1c0f3|Teknisk samhandling med Skatteetaten|Teknisk samhandling med Skatteetaten|Technical interaction with the Norwegian Tax Administration
beredskap|0ef5d123-6dd6-4fca-929b-30148996e926|Beredskap|Beredskap|Readiness`,
  jordbruk_skogbruk_jakt_fiske_og_akvakultur: `
jordbruk|c5bbbc3f-605a-4dcb-a587-32124d7bb76d|Jordbruk|Jordbruk|Agriculture
dyrehold|7b8a3aaa-c8ed-4ac4-923a-335f4f9eb45a|Dyrehold|Dyrehald|Animal husbandry
akvakultur|78c21107-7d2d-4e85-af82-47ea0e47ceca|Akvakultur|Akvakultur|Aquaculture
fiske|9d2ec6e9-5148-4f47-9ae4-4536f6c9c1cb|Fiske|Fiske|Fishing
skogbruk|f7e02568-90b6-477d-8abb-44984ddeb1f9|Skogbruk|Skogbruk|Forestry
jakt-og-viltstell|906aec0d-ad1f-496b-a0bb-40f81b3303cb|Jakt og viltstell|Jakt og viltstell|Hunting and wildlife management
reindrift|0bb5963e-df17-4f35-b913-3ce10a34b866|Reindrift|Reindrift|Reindeer herding`,
  bygg_anlegg_og_eiendom: `
byggesoknad|1e40697b-e178-4920-8fbd-af5164b4d147|Byggesøknad|Byggjesøknad|Building application
plansak|482eee1e-ec79-45bb-8bd0-af8459cbb9f0|Plansak|Plansak|Planning case
motta-nabo-og-planvarsel|1e1e8bf9-096f-4de2-9db7-b176db55db09|Motta nabo- og planvarsel|Ta imot nabo- og planvarsel|Receive neighbor and planning notifications
oppforing-bygg-anlegg|ac655a2f-be29-4888-9a6c-b21e524fa90e|Oppføring av bygg og anlegg|Oppføring av bygg og anlegg|Construction of buildings and facilities
kjop-og-salg-eiendom|b98ec05d-1ac5-4ced-8250-b6d75b83502b|Kjøp og salg av eiendom|Kjøp og sal av eigedom|Buying and selling real estate
utleie-eiendom|565a3110-3d51-4e72-ae4c-b89308e5c96e|Utleie av eiendom|Utleige av eigedom|Real estate rental
eiendomsmegler|79329c4a-d856-4491-965e-bcc4ed5a7453|Eiendomsmegler|Eigedomsmeklar|Real estate agent
tinglysing-eiendom|0195efb8-7c80-7642-b9b8-c748ee4fecd4|Tinglysing eiendom|Tinglysing eigedom|Property registration`,
  transport_og_lagring: `
transport-i-ror|9cc8b401-b4cb-473d-a3fa-96171aeb1389|Transport i rør|Transport i røyr|Pipeline transport
veitransport|36c245db-3207-449e-92b1-94cb0a0f3031|Veitransport|Vegtransport|Road transport
kjoretoy|be00ece7-0758-4722-977a-3ec41b1ba1e8|Kjøretøy|Køyretøy|Vehicles
trafikant|01f58e9c-d50a-4063-b88d-753d25fa1f11|Trafikant|Trafikant|Road users
sjofart|9603dd83-be41-4190-b0a7-97490f4a601d|Sjøfart|Sjøfart|Maritime transport
lufttransport|3b3bc323-207b-4d56-a21f-97b6875ccc28|Lufttransport|Lufttransport|Air transport
jernbanetransport|dfcd3923-cb66-45f7-9535-999b6c0c496d|Jernbanetransport|Jernbanetransport|Railway transport
lagring-og-andre-tjenester-tilknyttet-transport|86a8ff87-3a3d-4f32-a4ef-99c43494bc6e|Lagring og andre tjenester tilknyttet transport|Lagring og andre tenester knytte til transport|Storage and other transport-related services`,
  helse_pleie_omsorg_og_vern: `
kommuneoverlege|03404270-aa2d-498f-9e6a-103043d41f1f|Kommuneoverlege|Kommuneoverlege|Municipal chief medical officer
helsetjenester-personopplysninger-saerlig-kategori|5a642040-46cf-4466-b671-115a022e3048|Helsetjenester med personopplysninger av særlig kategori|Helsetenester med personopplysningar av særleg kategori|Health services with personal data of special category
helsetjenester|4fa0fbbc-3841-4405-9d94-12731a8fdb81|Helsetjenester|Helsetenester|Health services
pleie-omsorgstjenester-i-institusjon|4d71e7b8-c6eb-4e33-9a64-1279a509a53b|Pleie- og omsorgstjenester i institusjon|Pleie- og omsorgstenester i institusjon|Care services in institutions
sosiale-omsorgstjenester-uten-botilbud-og-flyktningemottak|70831546-6bfa-45a0-bdad-14e9db265847|Sosiale omsorgstjenester uten botilbud og flyktningemottak|Sosiale omsorgstenester utan butilbod og flyktningmottak|Social care services without housing and refugee reception
familievern|98c404f4-5350-42cd-86d0-15fd38f178c4|Familievern|Familievern|Family counseling
barnevern|83ff0734-0de5-4c2a-939b-18a9452c00bc|Barnevern|Barnevern|Child protection services`,
  oppvekst_og_utdanning: `
godkjenning-av-personell|8cf4ec08-90dc-47d0-93f8-64a50c9b38b0|Godkjenning av personell|Godkjenning av personell|Personnel approval
godkjenning-av-utdanningsvirksomhet|b56d2614-3f9d-4d93-8a8e-64d80b654ad7|Godkjenning av utdanningsvirksomhet|Godkjenning av utdanningsverksemd|Educational institution approval
hoyere-utdanning-og-hoyere-yrkesfaglig-utdanning|93f37a3d-f799-47b3-bc8e-675b5813abf4|Høyere utdanning og høyere yrkesfaglig utdanning|Høgare utdanning og høgare yrkesfagleg utdanning|Higher education and higher vocational education
sfo-leder|219ea5f7-eb30-424f-a958-67d3c7e7a4c2|SFO-leder|SFO-leiar|After-school program leader
ppt-leder|4cd69693-aff0-4e88-8b64-6b5620672468|PPT-leder|PPT-leiar|Educational-psychological service leader
opplaeringskontorleder|40397a93-b047-4011-a6b8-6b8af16b6324|Opplæringskontorleder|Opplæringskontorleiar|Training office leader
skoleleder|499d0e1c-18d7-4f21-b110-723e3d13003a|Skoleleder|Skuleleiar|School leader
skoleeier|32bfd131-1570-4b0c-888b-733cbb72d0cb|Skoleeier|Skuleeigar|School owner
statsforvalter-skole-og-opplearing|c1242df4-6af1-4e0b-b022-73c1099f5297|Statsforvalter - skole og opplæring|Statsforvaltar - skule og opplæring|County governor - school and education
statsforvalter-barnehage|7e6d8dd4-35a3-49d6-a2c5-73cd35018646|Statsforvalter - barnehage|Statsforvaltar - barnehage|County governor - kindergarten
barnehagemyndighet|0ecc481a-691c-496d-a3f2-748b8c450ed9|Barnehagemyndighet|Barnehagemynde|Kindergarten authority
barnehageleder|dcb57f3e-0e5b-4ef7-a10c-74c53bc5a90d|Barnehageleder|Barnehageleiar|Kindergarten leader
barnehageeier|9a14f2c1-f0bc-4965-97c0-76a4e191bbe1|Barnehageeier|Barnehageeigar|Kindergarten owner`,
  energi_vann_avlop_og_avfall: `
elektrisitet-produsere-overfore-distrubere|f56bdb15-686b-46f8-9343-bde5d7c17648|Elektrisitet - produsere, overføre og distribuere|Elektrisitet - produsere, overføre og distribuere|Electricity - production, transmission and distribution
damp-varmtvann|27afe398-b25b-4287-b0fa-c1d03d6c9fa9|Damp- og varmtvann|Damp- og varmtvatn|Steam and hot water
vann-kilde-rense-distrubere|e7cda008-f265-4452-b03c-c21b8b51dfe1|Vann - ta ut fra kilde, rense og distribuere|Vatn - ta ut frå kjelde, reinse og distribuere|Water - source extraction, treatment and distribution
samle-behandle-avlopsvann|fef4aac0-d227-4ef6-834b-cc2eb4b942ed|Samle opp og behandle avløpsvann|Samle opp og behandle avløpsvatn|Sewage collection and treatment
avfall-behandle-gjenvinne|6dcffdde-cc5c-4b57-a5a2-cc5ae6ad44fc|Avfall - samle inn, behandle, bruke og gjenvinne|Avfall - samle inn, behandle, bruke og gjenvinne|Waste - collection, treatment, use and recycling
miljorydding-rensing|ab656cf2-1e65-4b5a-a1e3-cd5bd4cb804c|Miljørydding - rensing og lignende virksomhet|Miljørydding - reinsing og liknande verksemd|Environmental remediation, cleaning and similar activities
utvinning-raaolje-naturgass-kull|452bd15d-2cd2-4279-9470-cd97ba8ef1c7|Utvinning av råolje, naturgass og kull|Utvinning av råolje, naturgass og kol|Extraction of crude oil, natural gas and coal`,
  industrier: `
naeringsmidler-drikkevarer-og-tobakk|65c7bbe7-aeb4-4f18-b0b0-1b1b83bd24d1|Næringsmidler, drikkevarer og tobakk|Næringsmiddel, drikkevarer og tobakk|Food, beverages and tobacco
tekstiler-klaer-laervarer|c6231d60-5373-4179-b98b-1e7eb83da474|Tekstiler, klær og lærvarer|Tekstilar, klede og lêrvarer|Textiles, clothing and leather goods
trelast-trevarer-papirvarer|deb1618f-395c-4a14-9a70-20e90e5f9a76|Trelast, trevarer og papirvarer|Trelast, trevarer og papirvarer|Lumber, wood products and paper goods
trykkerier-reproduksjon-opptak|965f9aca-48f5-4a16-b5e3-228806ad4fa7|Trykkerier og reproduksjon av innspilte opptak|Trykkeri og reproduksjon av innspelte opptak|Printing and reproduction of recorded media
oljeraffinering-kjemisk-farmasoytisk-industri|79203df9-d71b-460b-a828-22b0bf79f335|Oljeraffinering, kjemisk og farmasøytisk industri|Oljeraffinering, kjemisk og farmasøytisk industri|Oil refining, chemical and pharmaceutical industry
gummi-plast-og-ikkemetallholdige-mineralprodukter|573be5d2-3ddd-4862-9711-2350147a1b25|Gummi, plast og ikke-metallholdige mineralprodukter|Gummi, plast og ikkje-metallhaldige mineralprodukt|Rubber, plastic and non-metallic mineral products
metaller-og-mineraler|84e744a0-e93f-4caf-bb3f-24387f045d2d|Metaller og mineraler|Metall og mineral|Metals and minerals
metallvarer-elektrisk-utstyr-og-maskiner|2857fd90-dad2-4cc3-9947-282c22f5d2dc|Metallvarer, elektrisk utstyr og maskiner|Metallvarer, elektrisk utstyr og maskiner|Metal products, electrical equipment and machinery
verft-og-andre-transportmidler|c37aabdf-a78a-4f59-999a-298a83e9e113|Verft og andre transportmidler|Verft og andre transportmiddel|Shipyards and other transport vehicles
mobler-og-annen-industri|07bfd8a5-5b13-4937-84b9-2bd6ac726ea1|Møbler og annen industri|Møblar og annan industri|Furniture and other manufacturing
reparasjon-og-installasjon-av-maskiner-og-utstyr|ec492675-3a48-4ad9-b864-2d6865020642|Reparasjon og installasjon av maskiner og utstyr|Reparasjon og installasjon av maskiner og utstyr|Repair and installation of machinery and equipment
bergverk|8c700369-8fff-40f1-b4ce-2f116416d804|Bergverk|Bergverk|Mining`,
  kultur_og_frivillighet: `
kunst-og-underholdning|75fa5863-3368-4ac6-9a4b-48f595e483ad|Kunst og underholdning|Kunst og underhaldning|Arts and entertainment
biblioteker-museer-arkiver-og-annen-kultur|73418c0c-d4db-4e26-8581-4ccf1384aad7|Biblioteker, museer, arkiver og annen kultur|Bibliotek, museum, arkiv og annan kultur|Libraries, museums, archives and other culture
lotteri-og-spill|cc5ccdec-6c67-4462-ab51-4d5eaafd64c1|Lotteri og spill|Lotteri og spel|Lottery and games
sport-og-fritid|d2d00311-cc33-47ad-b33b-4eb15cce8d1d|Sport og fritid|Sport og fritid|Sports and recreation
fornoyelser|c82ab275-dad6-461a-bf0c-50be46b25ec9|Fornøyelser|Fornøyingar|Amusements
politikk|f05153b5-4784-46f0-805a-525ed31fde3b|Politikk|Politikk|Politics`,
  handel_overnatting_og_servering: `
varehandel|a6d704b7-d56b-4517-be79-0acd5b55b35e|Varehandel|Varehandel|Retail trade
overnatting|77cdd23a-dddf-43e6-b5c2-0d8299b0888c|Overnatting|Overnatting|Accommodation
servering|6710a7a0-78f9-47e3-bfa6-0d875869befd|Servering|Servering|Catering`,
  andre_tjenesteytende_naeringer: `
posttjenester|a736c33b-c15a-43ac-85be-a684630e1e59|Posttjenester|Posttenester|Postal services
elektronisk-kommunikasjon|d6f87b4e-650f-44bb-9d8d-f0916a818e1b|Elektronisk kommunikasjon|Elektronisk kommunikasjon|Electronic communication
informasjon-og-kommunikasjon|413d79fb-a419-4e74-98f7-aa91389deb81|Informasjon og kommunikasjon|Informasjon og kommunikasjon|Information and communication
finansiering-og-forsikring|8f977b5f-a2f9-4712-88e2-ab1a51a6b26f|Finansiering og forsikring|Finansiering og forsikring|Financing and insurance
annen-tjenesteyting|a8b18888-2216-4eaa-972d-ae96da04b1ac|Annen tjenesteyting|Anna tenesteyting|Other services`,
  fullmakter_for_konkursbo: `
konkursbo-lesetilgang|5ef836c7-69cc-4ea8-84d6-fb933cc4fc5c|Konkursbo lesetilgang|Konkursbu lesetilgang|Bankruptcy estate read access
konkursbo-skrivetilgang|0e219609-02c6-44e6-9c80-fe2c1997940e|Konkursbo skrivetilgang|Konkursbu skrivetilgang|Bankruptcy estate write access`,
  arbeidsliv_skole_og_utdanning: `
innbygger-arbeidsliv|3ba61d9a-82c3-4542-bd64-0e5e81d983fb|Arbeidsliv|Arbeidsliv|Working life
innbygger-permisjon-oppsigelse|7e35f1d3-7477-4cd1-b179-d00613fe36af|Permisjon og oppsigelse|Permisjon og oppseiing|Leave and dismissal
innbygger-pensjon|2a54082f-c15d-4768-9dc6-f284091b8660|Pensjon|Pensjon|Pension
innbygger-utdanning|5a051eb7-34a1-4bd7-bd99-b856231aa586|Utdanning|Utdanning|Education
innbygger-sykefravaer|e54b8f6f-edd3-48a1-8e31-c8ed57087ce8|Sykefravær|Sjukefråvær|Sick leave
innbygger-soknader-sertifisering|5d572527-02e1-4e02-b423-c6617a49492f|Søknader og sertifisering|Søknader og sertifisering|Applications and certification`,
  familie_og_fritid: `
innbygger-barn-foreldre|7b333ea2-8fc2-47a6-93c4-dad50d3ef9a6|Barn og foreldre|Barn og foreldre|Children and parents
innbygger-barnehage-sfo-skole|8dd91aeb-9f95-4d1c-bcf0-f46bd86a4ef7|Barnehage, SFO og skole|Barnehage, SFO og skule|Kindergarten, SFO and school
innbygger-samliv|7778f33d-83b7-4089-93fc-4fbacbf28600|Samliv|Samliv|Cohabitation
innbygger-fritidsaktiviteter-friluftsliv|945e8c72-6f49-4dac-b068-d378b5a6a1a3|Fritidsaktiviteter og friluftsliv|Fritidsaktivitetar og friluftsliv|Leisure activities and outdoor life`,
  helse_og_omsorg: `
innbygger-avlastning-stotte|990bc1ff-b0cd-4d87-83ae-861c22c980fd|Avlastning og støtte|Avlasting og støtte|Relief and support
innbygger-behandling|b35d9354-3247-4182-ade2-4c41d7ba7d4e|Behandling|Behandling|Treatment
innbygger-helsetjenester|fadbe391-bedb-4487-9514-9d424d7c54e9|Helsetjenester|Helsetenester|Health services
innbygger-pleie-omsorg|9e785c27-9769-4e46-bb8c-d106dd8cc5a2|Pleie og omsorg|Pleie og omsorg|Care and nursing`,
  kultur_idrett_og_frivillighet: `
innbygger-kultur|9e65c773-1ac4-46db-8cfc-57c528b66dfb|Kultur|Kultur|Culture
innbygger-idrett|b01f84f6-598a-42d6-b675-acf6a612c55d|Idrett|Idrett|Sports
innbygger-frivillighet|449d3027-9ef4-4363-a5a1-99edef3e67ab|Frivillighet|Frivilligheit|Volunteering`,
  patenter_sertifikater_og_attester: `
innbygger-patent|ca5faa7e-dbc3-4071-935d-a95bc8fc14e1|Patent|Patent|Patent
innbygger-sertifisering|2c721152-d0ef-488b-ab93-a358ce615ae0|Sertifisering|Sertifisering|Certification
innbygger-attester|f4bb3f8d-1ecb-4832-a5db-b954a6fd6f70|Attester|Attestar|Certificates
innbygger-design-varemerke|9b2c3171-d95d-42cf-8235-4f9309b311e9|Design og varemerke|Design og varemerke|Design and trademark`,
  plan_bygg_og_eiendom: `
innbygger-byggesoknad|25d9cb75-9f72-4cc6-b57f-0b759f69e3ed|Byggesøknad|Byggjesøknad|Building application
innbygger-bolig-eiendom|03c04070-abac-488f-a63b-84d69f2b9b5b|Bolig og eiendom|Bustad og eigedom|Housing and property`,
  politi_og_rettsvesen: `
innbygger-straffesak|420378eb-01ca-4e00-96cd-7b3d5558bdfc|Straffesak|Straffesak|Criminal case
innbygger-vapen|2e9a3f64-5395-4170-a8d7-8fcc8ff2ac36|Våpen|Våpen|Weapon`,
  skatt_avgift_bank_og_forsikring: `
innbygger-bank-finans|54418547-7991-449d-b819-2c4698cb006f|Bank og finans|Bank og finans|Banking and finance
innbygger-forsikring|4de3029b-bbab-4c76-96bd-3eb377a2b63f|Forsikring|Forsikring|Insurance
innbygger-skatteforhold-privatpersoner|6b4c19ff-250a-4625-a4f7-d9684db537f4|Skatteforhold for privatpersoner|Skatteforhold for privatpersonar|Taxation for individuals
innbygger-toll-avgift|9f077a78-6530-428f-9660-7f61a8262f65|Toll og avgift|Toll og avgift|Customs duties and taxes
innbygger-stotte-tilskudd|3df18544-67ec-4725-a199-94aa998c5920|Støtte og tilskudd|Stønad og tilskot|Support and grants
innbygger-innkreving|ede11283-7246-4e51-9600-5408bcd73e16|Innkreving|Innkrevjing|Collection`,
  trafikk_og_transport: `
innbygger-loyve|ba9c67da-3696-4c08-8472-542ad9eead94|Løyve|Løyve|License
innbygger-kjoretoy|67542d17-e2a9-488b-b13b-c83bd8711acd|Kjøretøy|Køyretøy|Vehicle
innbygger-forerkort|6b35160e-a23d-4377-bd19-8535fc57580f|Førerkort|Førarkort|Driving license`,
  administratorrettigheter: `
innbygger-tilgangsstyring-privatperson|540a25ff-6fd9-4574-8573-249c1779d253|Tilgangsstyring for privatperson|Tilgangsstyring for privatperson|Access management for private individuals`,
};
