// The customers of the demo company. The registration numbers carry right check digits but lie outside the ranges that the
// registers give out, and the e-mail addresses are of the domain .example: none of this is anybody's.

/** Name, country, code of the customer group, registration number, street, postal code, town, mail domain below .example. */
export const demoCustomers: readonly (readonly [string, string, string, string, string, string, string, string])[] = [
  ['Fjordbyens Arkitekter A/S', 'DK', 'Indland', '90000489', 'Havnegade 4', '8000', 'Aarhus C', 'fjordbyens'],
  ['Skovsgaard Maskinværk ApS', 'DK', 'Indland', '90000853', 'Industrivej 12', '7400', 'Herning', 'skovsgaard'],
  ['Møllebro Ejendomme A/S', 'DK', 'Indland', '90001221', 'Møllebrovej 31', '5000', 'Odense C', 'moellebro'],
  ['Bendtsen & Dahl Entreprise A/S', 'DK', 'Indland', '90001590', 'Værkmestergade 9', '8000', 'Aarhus C', 'bendtsen'],
  ['Havnens Boligforening', 'DK', 'Indland', '90001965', 'Toldbodgade 18', '9000', 'Aalborg', 'havnens'],
  ['Kildevang Andelsboligforening', 'DK', 'Indland', '90002333', 'Kildevang 2', '2700', 'Brønshøj', 'kildevang'],
  ['Ravnholt Gods ApS', 'DK', 'Indland', '90002708', 'Ravnholtvej 55', '5853', 'Ørbæk', 'ravnholt'],
  ['Lyngby Tandlægehus I/S', 'DK', 'Indland', '90003070', 'Lyngby Hovedgade 77', '2800', 'Kongens Lyngby', 'lyngby'],
  ['Østerlund Bryggeri A/S', 'DK', 'Indland', '90003445', 'Bryggerstræde 3', '6000', 'Kolding', 'oesterlund'],
  ['Kystens Hotel & Konference A/S', 'DK', 'Indland', '90004182', 'Strandvejen 140', '3250', 'Gilleleje', 'kystens'],
  ['Grønnegaard Planteskole ApS', 'DK', 'Indland', '90004557', 'Grønnevej 8', '5550', 'Langeskov', 'groennegaard'],
  ['Nordre Varmeværk a.m.b.a.', 'DK', 'Indland', '90004921', 'Fjernvarmevej 1', '9800', 'Hjørring', 'nordre'],
  ['Tårnby Logistikcenter A/S', 'DK', 'Indland', '90005294', 'Amager Landevej 201', '2770', 'Kastrup', 'taarnby'],
  ['Vestkystens Fiskeri ApS', 'DK', 'Indland', '90005669', 'Auktionsgade 6', '6700', 'Esbjerg', 'vestkystens'],
  ['Søholm Keramik ApS', 'DK', 'Indland', '90006037', 'Pakhusvej 11', '3700', 'Rønne', 'soeholm'],
  ['Bøgelund Efterskole', 'DK', 'Indland', '90006401', 'Bøgelundvej 20', '8680', 'Ry', 'boegelund'],
  [
    'Frederiksens Tømrerforretning ApS',
    'DK',
    'Indland',
    '90006770',
    'Savværksvej 5',
    '4100',
    'Ringsted',
    'frederiksens',
  ],
  ['Fonden Det Gule Pakhus', 'DK', 'Indland', '90007149', 'Pakhuskajen 2', '4220', 'Korsør', 'fonden'],
  ['Rosenvænget Ejerforening', 'DK', 'Indland', '90007513', 'Rosenvænget 14', '2100', 'København Ø', 'rosenvaenget'],
  ['Thy Vindkraft A/S', 'DK', 'Indland', '90007882', 'Klitvej 88', '7700', 'Thisted', 'thy'],
  ['Mikkelsen VVS & Energi A/S', 'DK', 'Indland', '90008250', 'Håndværkervej 40', '8700', 'Horsens', 'mikkelsen'],
  [
    'Svanemøllens Ejendomsselskab P/S',
    'DK',
    'Indland',
    '90008625',
    'Svanemøllevej 61',
    '2900',
    'Hellerup',
    'svanemoellens',
  ],
  ['Klosterport Kommune', 'DK', 'Offentlig', '90008994', 'Rådhuspladsen 1', '8600', 'Silkeborg', 'klosterport'],
  ['Region Vesterland', 'DK', 'Offentlig', '90009362', 'Regionsgade 10', '8800', 'Viborg', 'region'],
  ['Åbjerg Gymnasium', 'DK', 'Offentlig', '90009737', 'Skolebakken 7', '7600', 'Struer', 'aabjerg'],
  [
    'Kulturstyrelsen Havnebyen',
    'DK',
    'Offentlig',
    '90010107',
    'Nordre Toldbod 12',
    '1259',
    'København K',
    'kulturstyrelsen',
  ],
  ['Sundby Havnevæsen', 'DK', 'Offentlig', '90010476', 'Kajgade 15', '7900', 'Nykøbing Mors', 'sundby'],
  ['Bjørkedal Eiendom AS', 'NO', 'Udland', '300000177', 'Storgata 12', '0184', 'Oslo', 'bjoerkedal'],
  ['Fjellvik Kraft AS', 'NO', 'Udland', '300000584', 'Kaigaten 4', '5016', 'Bergen', 'fjellvik'],
  [
    'Trøndelag Byggherre AS',
    'NO',
    'Udland',
    '300000991',
    'Olav Tryggvasons gate 22',
    '7011',
    'Trondheim',
    'troendelag',
  ],
  ['Sørlandets Sjøbad AS', 'NO', 'Udland', '300001408', 'Strandpromenaden 9', '4612', 'Kristiansand', 'soerlandets'],
  ['Lindqvist & Söner AB', 'SE', 'EU', '4490000116', 'Hamngatan 31', '211 22', 'Malmö', 'lindqvist'],
  ['Öresunds Bostäder AB', 'SE', 'EU', '4490000645', 'Drottninggatan 14', '252 21', 'Helsingborg', 'oresunds'],
  ['Västkustens Snickeri AB', 'SE', 'EU', '4490001171', 'Linnégatan 6', '413 04', 'Göteborg', 'vastkustens'],
  ['Norrskogs Energi AB', 'SE', 'EU', '4490001700', 'Storgatan 50', '903 26', 'Umeå', 'norrskogs'],
  ['Hakaniemen Rakennus Oy', 'FI', 'EU', '99000130', 'Hämeentie 19', '00500', 'Helsinki', 'hakaniemen'],
  ['Hansen & Petersen Planungsgesellschaft mbH', 'DE', 'EU', '', 'Am Hafen 8', '24937', 'Flensburg', 'hansen'],
  ['Norddeutsche Speicherbau GmbH', 'DE', 'EU', '', 'Speicherstraße 21', '20457', 'Hamburg', 'norddeutsche'],
  ['Lübecker Altstadtkontor GmbH', 'DE', 'EU', '', 'Mengstraße 40', '23552', 'Lübeck', 'lubecker'],
  ['Waterfront Studio B.V.', 'NL', 'EU', '', 'Kade 17', '1019 AB', 'Amsterdam', 'waterfront'],
  ['Thames Harbour Developments Ltd', 'GB', 'Udland', '', '14 Quay Street', 'E14 9GE', 'London', 'thames'],
  ['Reykjavíkur Höfn ehf.', 'IS', 'Udland', '', 'Geirsgata 3', '101', 'Reykjavík', 'reykjavikur'],
]

/** Public buyers get e-invoices. The numbers are of the range that GS1 keeps for use inside one house. */
export const demoLocationNumbers: Readonly<Record<string, string>> = {
  'Klosterport Kommune': '2990000000118',
  'Region Vesterland': '2990000000729',
  'Åbjerg Gymnasium': '2990000001337',
  'Kulturstyrelsen Havnebyen': '2990000001948',
  'Sundby Havnevæsen': '2990000002556',
}

/** Who is not simply an active customer. */
export const demoStatuses: Readonly<Record<string, 'potential' | 'blocked' | 'inactive'>> = {
  'Thames Harbour Developments Ltd': 'potential',
  'Waterfront Studio B.V.': 'potential',
  'Reykjavíkur Höfn ehf.': 'potential',
  'Søholm Keramik ApS': 'inactive',
  'Vestkystens Fiskeri ApS': 'blocked',
}

/** Take part in projects and are never billed, so they do not go to accounting. */
export const demoParticipants: readonly string[] = ['Frederiksens Tømrerforretning ApS', 'Mikkelsen VVS & Energi A/S']

/** One contact for each customer, in turn; every third customer has a second one. */
export const demoContacts: readonly (readonly [string, string])[] = [
  ['Anne Kirstine Bech', 'Bygherrerådgiver'],
  ['Jens Overgaard', 'Direktør'],
  ['Mette Sandholt', 'Økonomichef'],
  ['Rasmus Thygesen', 'Projektchef'],
  ['Lone Vestergaard', 'Driftsleder'],
  ['Søren Aagaard', 'Formand'],
  ['Ingrid Halvorsen', 'Prosjektleder'],
  ['Birgitte Nørgaard', 'Bogholder'],
  ['Karl-Johan Ekström', 'Fastighetschef'],
  ['Pernille Ravn', 'Sekretariatsleder'],
  ['Henrik Stentoft', 'Teknisk chef'],
  ['Maja Elkjær', 'Udviklingschef'],
  ['Ole Brandt', 'Inspektør'],
]
