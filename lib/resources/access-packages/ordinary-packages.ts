/** Packages that may be given directly and passed on, by area: code, then the name in nb, nn and en. */
export const ORDINARY_PACKAGES: Readonly<Record<string, string>> = {
  skatt_avgift_regnskap_og_toll: `
skatt-naering|Skatt næring|Skatt næring|Tax for businesses
skattegrunnlag|Skattegrunnlag|Skattegrunnlag|Tax base
merverdiavgift|Merverdiavgift|Meirverdiavgift|Value added tax
motorvognavgift|Motorvognavgifter|Motorvognavgifter|Motor vehicle duties
regnskap-okonomi-rapport|Regnskap og økonomirapportering|Rekneskap og økonomirapportering|Accounting and financial reporting
krav-og-utlegg|Krav og utlegg|Krav og utlegg|Claims and attachment of earnings
reviorattesterer|Revisorattesterer|Revisorattesterer|Certification by auditors
saeravgifter|Særavgifter|Særavgifter|Excise duties
kreditt-og-oppgjoer|Kreditt- og oppgjørsordninger|Kreditt- og oppgjersordningar|Credit and settlement schemes
toll|Toll|Toll|Customs`,
  personale: `
ansettelsesforhold|Ansettelsesforhold|Tilsetjingsforhold|Employment
lonn|Lønn|Løn|Pay
a-ordning|A-ordningen|A-ordninga|A-melding reporting
pensjon|Pensjon|Pensjon|Pensions
sykefravaer|Sykefravær|Sjukefråvær|Sick leave
permisjon|Permisjon|Permisjon|Leave of absence`,
  miljo_ulykke_og_sikkerhet: `
renovasjon|Renovasjon|Renovasjon|Waste collection
miljorydding-miljorensing-og-lignende|Miljørydding, miljørensing og lignende|Miljørydding, miljøreinsing og liknande|Environmental clean-up and the like
baerekraft|Bærekraft|Berekraft|Sustainability
sikkerhet-og-internkontroll|Sikkerhet og internkontroll|Tryggleik og internkontroll|Safety and internal control
ulykke|Ulykke|Ulykke|Accidents
yrkesskade|Yrkesskade|Yrkesskade|Occupational injuries`,
  post_og_arkiv: `
ordinaer-post-til-virksomheten|Ordinær post til virksomheten|Ordinær post til verksemda|Ordinary mail to the organisation
post-til-virksomheten-med-taushetsbelagt-innhold|Post til virksomheten med taushetsbelagt innhold|Post til verksemda med teiepliktig innhald|Mail to the organisation with confidential content`,
  forhold_ved_virksomheten: `
generelle-helfotjenester|Generelle helfotjenester|Generelle helfotenester|General Helfo services
helfo-saerlig-kategori|Helfotjenester med personopplysninger av særlig kategori|Helfotenester med personopplysningar av særleg kategori|Helfo services with special categories of personal data
starte-drive-endre-avikle-virksomhet|Starte, drive, endre og avvikle virksomhet|Starte, drive, endre og avvikle verksemd|Starting, running, changing and winding up an organisation
aksjer-og-eierforhold|Aksjer og eierforhold|Aksjar og eigarforhold|Shares and ownership
attester|Attester|Attestar|Certificates
dokumentbasert-tilsyn|Dokumentbasert tilsyn|Dokumentbasert tilsyn|Document-based inspections
infrastruktur|Infrastruktur|Infrastruktur|Infrastructure
patent-varemerke-design|Patent, varemerke og design|Patent, varemerke og design|Patents, trade marks and designs
tilskudd-stotte-erstatning|Tilskudd, støtte og erstatning|Tilskot, stønad og erstatning|Grants, support and compensation
mine-sider-kommune|Mine sider hos kommunen|Mine sider hos kommunen|My pages at the municipality
politi-og-domstol|Politi og domstol|Politi og domstol|Police and courts
rapportering-statistikk|Rapportering av statistikk|Rapportering av statistikk|Reporting of statistics
forskning|Forskning|Forsking|Research
folkeregister|Folkeregister|Folkeregister|Population register`,
  jordbruk_skogbruk_jakt_fiske_og_akvakultur: `
jordbruk|Jordbruk|Jordbruk|Agriculture
dyrehold|Dyrehold|Dyrehald|Animal husbandry
akvakultur|Akvakultur|Akvakultur|Aquaculture
fiske|Fiske|Fiske|Fishing
skogbruk|Skogbruk|Skogbruk|Forestry
jakt-og-viltstell|Jakt og viltstell|Jakt og viltstell|Hunting and wildlife management
reindrift|Reindrift|Reindrift|Reindeer herding`,
  bygg_anlegg_og_eiendom: `
byggesoknad|Byggesøknad|Byggjesøknad|Building applications
plansak|Plansak|Plansak|Planning cases
motta-nabo-og-planvarsel|Motta nabo- og planvarsel|Ta imot nabo- og planvarsel|Receiving neighbour and planning notices
oppforing-bygg-anlegg|Oppføring av bygg og anlegg|Oppføring av bygg og anlegg|Construction of buildings and facilities
kjop-og-salg-eiendom|Kjøp og salg av eiendom|Kjøp og sal av eigedom|Buying and selling property
utleie-eiendom|Utleie av eiendom|Utleige av eigedom|Letting property
eiendomsmegler|Eiendomsmegler|Eigedomsmeklar|Estate agents
tinglysing-eiendom|Tinglysing av eiendom|Tinglysing av eigedom|Registration of property`,
  transport_og_lagring: `
transport-i-ror|Transport i rør|Transport i røyr|Pipeline transport
veitransport|Veitransport|Vegtransport|Road transport
sjofart|Sjøfart|Sjøfart|Shipping
lufttransport|Lufttransport|Lufttransport|Air transport
jernbanetransport|Jernbanetransport|Jernbanetransport|Rail transport
lagring-og-andre-tjenester-tilknyttet-transport|Lagring og andre tjenester tilknyttet transport|Lagring og andre tenester knytte til transport|Storage and other services for transport`,
  helse_pleie_omsorg_og_vern: `
kommuneoverlege|Kommuneoverlege|Kommuneoverlege|Chief municipal medical officer
helsetjenester-personopplysinger-saerlig-kategori|Helsetjenester med personopplysninger av særlig kategori|Helsetenester med personopplysningar av særleg kategori|Health services with special categories of personal data
helsetjenester|Helsetjenester|Helsetenester|Health services
pleie-omsorgstjenester-i-institusjon|Pleie- og omsorgstjenester i institusjon|Pleie- og omsorgstenester i institusjon|Care services in institutions
sosiale-omsorgstjenester-uten-botilbud-og-flyktningemottak|Sosiale omsorgstjenester uten botilbud og flyktningmottak|Sosiale omsorgstenester utan butilbod og flyktningmottak|Social care without accommodation, and refugee reception
familievern|Familievern|Familievern|Family counselling
barnevern|Barnevern|Barnevern|Child welfare
godkjenning-av-personell|Godkjenning av personell|Godkjenning av personell|Approval of personnel`,
  oppvekst_og_utdanning: `
godkjenning-av-utdanningsvirksomhet|Godkjenning av utdanningsvirksomhet|Godkjenning av utdanningsverksemd|Approval of educational institutions
hoyere-utdanning-og-hoyere-yrkesfaglig-utdanning|Høyere utdanning og høyere yrkesfaglig utdanning|Høgare utdanning og høgare yrkesfagleg utdanning|Higher and higher vocational education
sfo-leder|SFO-leder|SFO-leiar|Head of after-school care
ppt-leder|PPT-leder|PPT-leiar|Head of the pedagogical-psychological service
opplaeringskontorleder|Opplæringskontorleder|Opplæringskontorleiar|Head of a training office
skoleleder|Skoleleder|Skuleleiar|School principal
skoleeier|Skoleeier|Skuleeigar|School owner
statsforvalter-skole-og-opplering|Statsforvalter - skole og opplæring|Statsforvaltar - skule og opplæring|County governor - schools and training
statsforvalter-barnehage|Statsforvalter - barnehage|Statsforvaltar - barnehage|County governor - kindergartens
barnehagemyndighet|Barnehagemyndighet|Barnehagemynde|Kindergarten authority
barnehageleder|Barnehageleder|Barnehageleiar|Head of a kindergarten
barnehageeier|Barnehageeier|Barnehageeigar|Kindergarten owner`,
  energi_vann_avlop_og_avfall: `
elektrisitet-produsere-overfore-distrubere|Elektrisitet - produsere, overføre og distribuere|Elektrisitet - produsere, overføre og distribuere|Electricity - production, transmission and distribution
damp-varmtvann|Damp og varmtvann|Damp og varmtvatn|Steam and hot water
vann-kilde-rense-distrubere|Vann - ta ut fra kilde, rense og distribuere|Vatn - ta ut frå kjelde, reinse og distribuere|Water - extraction, purification and distribution
samle-behandle-avlopsvann|Samle opp og behandle avløpsvann|Samle opp og handsame avløpsvatn|Collecting and treating waste water
avfall-behandle-gjenvinne|Avfall - samle inn, behandle og gjenvinne|Avfall - samle inn, handsame og gjenvinne|Waste - collection, treatment and recycling
miljorydding-rensing|Miljørydding, rensing og lignende|Miljørydding, reinsing og liknande|Environmental remediation and the like
utvinning-raaolje-naturgass-kull|Utvinning av råolje, naturgass og kull|Utvinning av råolje, naturgass og kol|Extraction of crude oil, natural gas and coal`,
  industrier: `
naeringsmidler-drikkevarer-og-tobakk|Næringsmidler, drikkevarer og tobakk|Næringsmiddel, drikkevarer og tobakk|Food, beverages and tobacco
tekstiler-klaer-laervarer|Tekstiler, klær og lærvarer|Tekstilar, klede og lêrvarer|Textiles, clothing and leather goods
trelast-trevarer-papirvarer|Trelast, trevarer og papirvarer|Trelast, trevarer og papirvarer|Timber, wood and paper products
trykkerier-reproduksjon-opptak|Trykkerier og reproduksjon av innspilte opptak|Trykkeri og reproduksjon av innspelte opptak|Printing and reproduction of recordings
oljeraffinering-kjemisk-farmasoytisk-industri|Oljeraffinering, kjemisk og farmasøytisk industri|Oljeraffinering, kjemisk og farmasøytisk industri|Oil refining, chemical and pharmaceutical industry
gummi-plast-og-ikkemetallholdige-mineralprodukter|Gummi, plast og ikke-metallholdige mineralprodukter|Gummi, plast og ikkje-metallhaldige mineralprodukt|Rubber, plastic and non-metallic mineral products
metaller-og-mineraler|Metaller og mineraler|Metall og mineral|Metals and minerals
metallvarer-elektrisk-utstyr-og-maskiner|Metallvarer, elektrisk utstyr og maskiner|Metallvarer, elektrisk utstyr og maskiner|Metal goods, electrical equipment and machinery
verft-og-andre-transportmidler|Verft og andre transportmidler|Verft og andre transportmiddel|Shipyards and other transport equipment
mobler-og-annen-industri|Møbler og annen industri|Møblar og annan industri|Furniture and other manufacturing
reparasjon-og-installasjon-av-maskiner-og-utstyr|Reparasjon og installasjon av maskiner og utstyr|Reparasjon og installasjon av maskiner og utstyr|Repair and installation of machinery and equipment
bergverk|Bergverk|Bergverk|Mining`,
  kultur_og_frivillighet: `
kunst-og-underholdning|Kunst og underholdning|Kunst og underhaldning|Art and entertainment
biblioteker-museer-arkiver-og-annen-kultur|Biblioteker, museer, arkiver og annen kultur|Bibliotek, museum, arkiv og annan kultur|Libraries, museums, archives and other culture
lotteri-og-spill|Lotteri og spill|Lotteri og spel|Lotteries and gambling
sport-og-fritid|Sport og fritid|Sport og fritid|Sport and leisure
fornoyelser|Fornøyelser|Fornøyingar|Amusements
politikk|Politikk|Politikk|Politics`,
  handel_overnatting_og_servering: `
varehandel|Varehandel|Varehandel|Retail and wholesale
overnatting|Overnatting|Overnatting|Accommodation
servering|Servering|Servering|Catering`,
  andre_tjenesteytende_naeringer: `
post-og-telekommunikasjon|Post og telekommunikasjon|Post og telekommunikasjon|Post and telecommunications
informasjon-og-kommunikasjon|Informasjon og kommunikasjon|Informasjon og kommunikasjon|Information and communication
finansiering-og-forsikring|Finansiering og forsikring|Finansiering og forsikring|Finance and insurance
annen-tjenesteyting|Annen tjenesteyting|Anna tenesteyting|Other services`,
  fullmakter_for_konkursbo: `
konkursbo-lesetilgang|Konkursbo lesetilgang|Konkursbu lesetilgang|Bankruptcy estate, read access
konkursbo-skrivetilgang|Konkursbo skrivetilgang|Konkursbu skrivetilgang|Bankruptcy estate, write access`,
  familie_og_fritid: `
innbygger-barn-foreldre|Barn og foreldre|Barn og foreldre|Children and parents
innbygger-samliv|Samliv|Samliv|Cohabitation
innbygger-kultur-og-fritid|Kultur og fritid|Kultur og fritid|Culture and leisure`,
  helse_og_omsorg: `
innbygger-behandling|Behandling|Behandling|Treatment
innbygger-helsetjenester|Helsetjenester|Helsetenester|Health services`,
  arbeidsliv_skole_og_utdanning: `
innbygger-arbeidsliv|Arbeidsliv|Arbeidsliv|Working life
innbygger-utdanning|Utdanning|Utdanning|Education`,
  privatokonomi: `
innbygger-skatteforhold-privatpersoner|Skatteforhold for privatpersoner|Skatteforhold for privatpersonar|Tax matters of private persons
innbygger-bank-finans|Bank og finans|Bank og finans|Banking and finance
innbygger-toll-avgift|Toll og avgift|Toll og avgift|Customs and duties`,
};
