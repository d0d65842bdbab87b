#!/usr/bin/env python3
"""Write data/country_form_aliases.tsv: the spellings of countries in tables and statistical databases that follow from rules.

usage: python3 data/tools/country_forms.py          writes the table
       python3 data/tools/country_forms.py --check  only tells whether it is current

Eight rules make them: a formal name can be inverted and abbreviated (`Iran, Islamic Rep. of`, `Iran (Islamic Republic of)`), a word of a
name has its usual abbreviations (`Br. Virgin Isds`), a name that changed stands beside the other one (`Eswatini (Swaziland)`), a
territory may have its state in brackets (`Aruba (the Netherlands)`), and a hashtag joins the words of a name (`SouthKorea`; those of
regions, places and bodies, too), a list may be all in small letters (`south korea`) or in another language (`Allemagne`), and letters may
have been misread (`CÃ´te d'Ivoire`, `Cura?ao`). What no rule makes is written by hand in
data/country_aliases.tsv; what is cut off, abbreviated otherwise or misspelt src/context/lands.rs knows. A form that two countries would
share, or that a table already has, is left out.
"""
import itertools
import re
import sys
import unicodedata
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent
TABLE = DATA / "country_form_aliases.tsv"
HEADER = "id\talias\tkind\tcase\tpolicy\tcues\tnot_before\tnot_after\tvalid_from\tvalid_to\tpriority\tsource"

# The words of formal names with their abbreviations, the usual one first and a single letter last.
WORDS = {
    "Republic": ["Rep."], "Democratic": ["Dem.", "D."], "People's": ["P."], "Federal": ["Fed.", "F."], "Federated": ["Fed.", "F."],
    "Islamic": ["Isl.", "Islam.", "I."], "United": ["Un.", "Utd.", "U."], "Socialist": ["Soc.", "S."], "Arab": ["A."],
    "Plurinational": ["Plur.", "Plurin.", "P."], "Bolivarian": ["Boliv.", "Bol.", "B."], "States": ["Sts.", "St.", "S."], "State": ["St.", "S."],
    "Kingdom": ["Kgd.", "K."], "Union": ["Un."], "Independent": ["Ind."], "Cooperative": ["Coop."], "Co-operative": ["Co-op."],
    "Hashemite": ["Hash."], "Sultanate": ["Sult."], "Principality": ["Princ."], "Commonwealth": ["Commonw."], "Duchy": [], "Grand": [],
    "Federative": ["Fed."], "Oriental": ["Or."], "Eastern": ["East."], "former": ["fmr."], "Yugoslav": ["Yug."], "Emirate": [], "Federation": ["Fed."],
    "Collectivity": [], "Country": [], "Overseas": [], "Lands": [], "Territory": ["Terr."],
}
# Countries whose formal name would be taken for another's, or has parts of its own: short names, heads, whether `the` may stand before the
# short name.
FORMAL = {
    "CD": (["Congo"], ["Democratic Republic"], True),
    "CG": (["Congo"], ["Republic", "People's Republic"], True),
    "CN": (["China"], ["People's Republic"], False),
    "TW": (["China"], ["Republic"], False),
    "DD": (["Germany"], ["Democratic Republic"], False),
    "DE": (["Germany"], ["Federal Republic"], False),
    "KP": (["Korea"], ["Democratic People's Republic", "People's Republic"], False),
    "KR": (["Korea"], ["Republic"], False),
    "MK": (["Macedonia"], ["former Yugoslav Republic", "Republic", "Socialist Republic"], False),
    "SD": (["Sudan"], ["Republic", "Democratic Republic"], True),
    "SS": (["South Sudan"], ["Republic"], False),
    "VD": (["Vietnam", "Viet Nam"], ["Republic"], False),
    "VN": (["Vietnam", "Viet Nam"], ["Socialist Republic", "Democratic Republic"], False),
    "YD": (["Yemen"], ["People's Democratic Republic", "Democratic Republic", "People's Republic"], False),
    "YE": (["Yemen"], ["Republic", "Arab Republic"], False),
    "YU": (["Yugoslavia"], ["Federal Republic", "Socialist Federal Republic", "Federal People's Republic", "Socialist Federative Republic"], False),
    "CS": (["Serbia and Montenegro"], ["State Union"], False),
}
# Further short names that the formal name is told of.
SHORT = {
    "CI": ["Côte d'Ivoire", "Ivory Coast"], "CV": ["Cabo Verde", "Cape Verde"], "MM": ["Myanmar", "Burma"], "SZ": ["Eswatini", "Swaziland"],
    "TR": ["Turkey", "Türkiye"], "TL": ["Timor-Leste", "East Timor"], "SK": ["Slovakia"], "CZ": ["Czechia"], "KG": ["Kyrgyzstan"], "IE": ["Ireland"],
    "IT": ["Italy"], "HU": ["Hungary"], "GE": ["Georgia"], "ME": ["Montenegro"], "TM": ["Turkmenistan"], "BA": ["Bosnia and Herzegovina"],
    "KH": ["Cambodia"], "BF": ["Burkina Faso"], "ST": ["São Tomé and Príncipe", "Sao Tome & Principe"], "XK": ["Kosovo"],
}
# Heads that a formal name had or that lists give, beside those the tables have.
HEADS = {
    "AF": ["Islamic Republic", "Republic", "Islamic State", "Democratic Republic", "Kingdom", "Islamic Emirate"], "IE": ["Republic"], "IT": ["Republic"],
    "HU": ["Republic", "People's Republic"], "GE": ["Republic"], "ME": ["Republic"], "TM": ["Republic"], "BA": ["Republic"], "TR": ["Republic"],
    "CV": ["Republic"], "CI": ["Republic"], "MM": ["Union", "Republic of the Union"], "SZ": ["Kingdom"], "SK": ["Republic"], "CZ": ["Republic"],
    "KG": ["Republic"], "TL": ["Democratic Republic"], "NP": ["Kingdom", "Federal Democratic Republic"], "GM": ["Islamic Republic", "Republic"],
    "BH": ["State", "Kingdom"], "ET": ["People's Democratic Republic", "Federal Democratic Republic"], "SO": ["Democratic Republic", "Federal Republic"],
    "BJ": ["People's Republic", "Republic"], "MZ": ["People's Republic", "Republic"], "AO": ["People's Republic", "Republic"], "LY": ["State"],
    "PL": ["People's Republic", "Republic"], "BG": ["People's Republic", "Republic"], "RO": ["Socialist Republic", "Republic"],
    "MN": ["People's Republic", "Republic"], "KH": ["Kingdom", "People's Republic", "State"], "AL": ["People's Socialist Republic", "Republic"],
    "BF": ["Republic"], "LA": ["People's Democratic Republic"], "IN": ["Republic"], "BB": ["Republic"], "ST": ["Democratic Republic"],
    "TZ": ["United Republic"], "SY": ["Arab Republic"], "EG": ["Arab Republic"], "BO": ["Plurinational State", "Republic"], "SR": ["Republic"],
    "VE": ["Bolivarian Republic", "Republic"], "IR": ["Islamic Republic"], "FM": ["Federated States"], "UY": ["Oriental Republic", "Eastern Republic"],
    "MG": ["Republic", "Democratic Republic"], "MR": ["Islamic Republic"], "PK": ["Islamic Republic"], "KM": ["Union", "Federal Islamic Republic"],
    "LB": ["Republic"], "AR": ["Republic"], "FR": ["Republic"], "GA": ["Republic"], "GR": ["Republic"], "PT": ["Republic"], "TG": ["Republic"], "CU": ["Republic"], "DZ": ["People's Democratic Republic"], "LK": ["Democratic Socialist Republic"], "GY": ["Cooperative Republic", "Co-operative Republic"],
    "NG": ["Federal Republic"], "BR": ["Federative Republic"], "XK": ["Republic"], "BD": ["People's Republic"],
}
# Formal names that end in the head.
TRAILING = {
    "AR": ["Argentine Republic"], "PL": ["Polish People's Republic"], "HU": ["Hungarian People's Republic"], "MN": ["Mongolian People's Republic"], "CF": ["Central African Republic"], "CZ": ["Czech Republic"], "DO": ["Dominican Republic"], "FR": ["French Republic"],
    "GA": ["Gabonese Republic"], "GR": ["Hellenic Republic"], "IT": ["Italian Republic"], "KG": ["Kyrgyz Republic"], "LA": ["Lao People's Democratic Republic"],
    "LB": ["Lebanese Republic"], "MG": ["Malagasy Republic"], "PT": ["Portuguese Republic"], "SK": ["Slovak Republic"], "SY": ["Syrian Arab Republic"],
    "TG": ["Togolese Republic"], "CH": ["Swiss Confederation"], "RU": ["Russian Federation"], "DD": ["German Democratic Republic"], "YE": ["Yemen Arab Republic"],
    "LY": ["Libyan Arab Jamahiriya"], "RW": ["Rwandese Republic"], "SO": ["Somali Democratic Republic"],
    "CSHH": ["Czechoslovak Socialist Republic", "Czech and Slovak Federal Republic"], "KH": ["Khmer Republic"],
    "DE": ["German Federal Republic"], "EG": ["United Arab Republic"],
}
TRAILING_WORDS = {
    "Republic": ["Rep.", "R.", "Repub."], "Federation": ["Fed.", "Feder.", "Federat."], "Confederation": ["Conf.", "Confed."],
    "Jamahiriya": ["Jamah.", "Jam.", "J."], "Democratic": ["Dem.", "D."], "People's": ["P."], "Socialist": ["Soc.", "S."], "Federal": ["Fed.", "F."],
    "Arab": ["A."], "Dominican": ["Domin.", "Dom."], "Argentine": ["Argent."],
    "Russian": ["Russ."], "Czechoslovak": ["Czech."], "German": ["Ger."], "United": ["Un.", "U."],
}
# Names that change: each may stand beside another of its country.
BOTH = {
    "AX": ["Åland Islands", "Åland"], "BF": ["Burkina Faso", "Upper Volta", "U. Volta"], "BJ": ["Benin", "Dahomey"], "BW": ["Botswana", "Bechuanaland"], "BY": ["Belarus", "Byelorussia", "Belorussia"],
    "BZ": ["Belize", "British Honduras"], "CD": ["Congo, Dem. Rep.", "Democratic Republic of the Congo", "Democratic Republic of Congo", "DR Congo", "Zaire"],
    "CI": ["Côte d'Ivoire", "Ivory Coast", "Cote d Ivoire"], "CV": ["Cabo Verde", "Cape Verde"], "CZ": ["Czechia", "Czech Republic"], "DJ": ["Djibouti", "Afars and Issas"],
    "DD": ["East Germany", "German Democratic Republic", "GDR"], "DE": ["West Germany", "Federal Republic of Germany", "FRG"],
    "ET": ["Ethiopia", "Abyssinia"], "FK": ["Falkland Islands", "Malvinas", "Islas Malvinas"], "GH": ["Ghana", "Gold Coast"], "GY": ["Guyana", "British Guiana"],
    "ID": ["Indonesia", "Dutch East Indies"], "IR": ["Iran", "Persia"], "IQ": ["Iraq", "Mesopotamia"], "JO": ["Jordan", "Transjordan"], "KG": ["Kyrgyzstan", "Kyrgyz Republic", "Kirghizia"],
    "KH": ["Cambodia", "Kampuchea"], "KP": ["North Korea", "Democratic People's Republic of Korea", "DPR Korea", "DPRK"],
    "KR": ["South Korea", "Republic of Korea", "ROK"], "LA": ["Laos", "Lao PDR", "Lao People's Democratic Republic"], "LK": ["Sri Lanka", "Ceylon"], "LS": ["Lesotho", "Basutoland"],
    "MD": ["Moldova", "Moldavia"], "MG": ["Madagascar", "Malagasy", "Malagasy Republic"], "MK": ["North Macedonia", "Macedonia", "FYROM", "FYR Macedonia"],
    "MM": ["Myanmar", "Burma"], "MO": ["Macau", "Macao"], "MW": ["Malawi", "Nyasaland"], "MY": ["Malaysia", "Malaya"], "NA": ["Namibia", "South West Africa"],
    "NL": ["Netherlands", "Holland"], "PS": ["Palestine", "West Bank and Gaza", "West Bank and Gaza Strip", "Palestinian Territories", "Palestinian Authority"],
    "RU": ["Russia", "Russian Federation"], "SK": ["Slovakia", "Slovak Republic"], "SR": ["Suriname", "Surinam", "Dutch Guiana"], "SU": ["Soviet Union", "USSR"],
    "SY": ["Syria", "Syrian Arab Republic"], "SZ": ["Eswatini", "Swaziland"], "TH": ["Thailand", "Siam"], "TL": ["Timor-Leste", "East Timor"], "TR": ["Turkey", "Türkiye"],
    "TV": ["Tuvalu", "Ellice Islands"], "TZ": ["Tanzania", "Tanganyika"], "VA": ["Holy See", "Vatican City State", "Vatican City", "Vatican"], "VU": ["Vanuatu", "New Hebrides"],
    "WS": ["Samoa", "Western Samoa"], "ZM": ["Zambia", "Northern Rhodesia"], "ZW": ["Zimbabwe", "Rhodesia", "Southern Rhodesia", "S. Rhodesia"], "GN": ["Guinea", "French Guinea"],
    "GQ": ["Equatorial Guinea", "Spanish Guinea"], "GW": ["Guinea-Bissau", "Portuguese Guinea"], "LY": ["Libya", "Libyan Arab Jamahiriya"], "BD": ["Bangladesh", "East Pakistan"],
    "PN": ["Pitcairn", "Pitcairn Islands"], "IE": ["Ireland", "Eire", "Irish Republic"], "GR": ["Greece", "Hellenic Republic"], "MX": ["Mexico", "United Mexican States"],
    "VN": ["Vietnam", "Viet Nam"], "CG": ["Congo, Rep.", "Congo-Brazzaville", "Republic of the Congo"], "EH": ["Western Sahara", "Sahrawi Republic", "SADR"], "XK": ["Kosovo", "Kosova"],
    "TW": ["Taiwan", "Chinese Taipei", "Republic of China", "ROC", "R.O.C.", "Formosa"], "YU": ["Yugoslavia", "Serbia and Montenegro", "Serbia-Montenegro", "SFRY"],
    "CH": ["Switzerland", "Swiss Confederation"], "GB": ["United Kingdom", "Great Britain", "Great Britain & Northern Ireland", "Great Britain & N. Ireland", "UK"], "NZ": ["New Zealand", "Aotearoa"], "DZ": [], "NR": [],
    "US": ["United States", "United States of America"], "BQ": ["Caribbean Netherlands", "BES Islands"], "YE": ["Yemen", "Yemen Arab Republic", "North Yemen"],
    "YD": ["South Yemen", "Democratic Yemen"], "CSHH": ["Czechoslovakia", "CSFR", "ČSSR"], "AE": ["United Arab Emirates", "Trucial States"],
}
# Names that the list of ISO 3166 gives with their article.
ARTICLE = "AE BQ BS CC CD CF CG CK DO FK FO GB GM IO KM KN KY MH MP MV NE NL PH RU SB SC SD TC TF UM US VA VC AN LA SY HM KG CZ SU VG VI".split()
# States that are no more, and states within borders that they no longer have.
FORMER = {
    "AN": ["Netherlands Antilles"], "SU": ["Soviet Union", "USSR", "U.S.S.R.", "Union of Soviet Socialist Republics"],
    "YU": ["Yugoslavia", "Yugoslavia, SFR", "Yugoslav SFR", "SFR Yugoslavia", "SFR of Yugoslavia", "Socialist Federal Republic of Yugoslavia"],
    "CS": ["Serbia and Montenegro"], "CSHH": ["Czechoslovakia"],
    "DD": ["German Democratic Republic", "German Dem. Rep.", "East Germany", "Dem. Rep. of Germany", "Democratic Republic of Germany", "Germany, Dem. Rep. of", "Germany, Democratic Republic of"],
    "DE": ["Federal Republic of Germany", "Fed. Rep. of Germany", "Germany, Fed. Rep. of", "Germany, Federal Republic of", "West Germany"],
    "YD": ["Dem. Yemen", "Democratic Yemen", "South Yemen", "Yemen, Democratic"], "YE": ["Yemen Arab Republic", "Arab Rep. of Yemen", "North Yemen"],
    "VD": ["Rep. of Vietnam"], "VN": ["Dem. Rep. of Vietnam"], "TZ": ["Tanganyika"], "CD": ["Zaire"], "ET": ["Ethiopia"], "SD": ["Sudan"],
}
# Whole and part, as in series that changed their territory.
EXTENT = {
    "CN": ("China", ["Hong Kong", "Hong Kong SAR", "HK", "Hong Kong and Macao", "Hong Kong and Macau", "Hong Kong SAR and Macao SAR", "Taiwan", "Taiwan"]),
    "ET": ("Ethiopia", ["Eritrea"]), "RS": ("Serbia", ["Kosovo", "Kosovo and Metohija"]), "ID": ("Indonesia", ["East Timor", "Timor-Leste", "Timor"]),
    "DE": ("Germany", ["former GDR", "ex-GDR", "former GDR from 1991", "East Germany"]), "SD": ("Sudan", ["South Sudan"]), "FI": ("Finland", ["Åland", "Åland Islands"]),
    "MA": ("Morocco", ["Western Sahara"]), "NO": ("Norway", ["Svalbard and Jan Mayen"]), "IN": ("India", ["Sikkim"]), "PA": ("Panama", ["Canal Zone"]),
    "FR": ("France", ["Monaco", "overseas departments"]), "PK": ("Pakistan", ["Bangladesh"]), "DK": ("Denmark", ["Greenland", "Faroe Islands", "Greenland and Faroe Islands"]),
    "US": ("United States", ["Puerto Rico"]), "ES": ("Spain", ["Canary Islands"]), "PT": ("Portugal", ["Azores and Madeira"]), "MY": ("Malaysia", ["Singapore"]),
    "CY": ("Cyprus", ["Northern Cyprus"]), 
}
IS = "{Is.|Isl.|Isds.|I.|Islands|Isles}"
I = "{Is.|Isl.|I.|Island}"
ST = "{St.|Saint}"
AND = "{ and |/|-|, | }"
# Templates: `{a|b}` is one of them.
TEMPLATES = {
    "AE": ["U.A. {Emirates|E.}", "United Arab E.", "{United|Un.|Utd.|Unit.|U.|Untd} Arab {Emirates|Emir.|Emirs.|Em.|Emts|Emirate|Emirats}", "UAE"],
    "AG": ["Antigua{ and |/|-|, }{Barbuda|Barb.|Barbud.}"],
    "AN": ["{Neth.|Netherlands|Netherland|Dutch|Nether.} {Antilles|Ant.|Antill.}", "Antilles, {Netherlands|Dutch}", "Antilles (Netherlands)", "Netherlands Antilles (former, until 2010)", "Netherlands Antilles (dissolved)", "{Neth.|Netherlands} Antilles and Aruba",
           "Neth.Antilles"],
    "AS": ["{American|Amer.|Am.|US|U.S.} Samoa", "Samoa, American", "Samoa (American)", "Samoa (US)"],
    "AX": [f"{{Åland|Aland}} {IS}", "Ahvenanmaa"],
    "BA": ["Bosnia{ and |/|-}{Herzegovina|Hercegovina|Herz.|Herzeg.|Herzegov.|Herzg.}", "Bosnia and Hertzegovina", "Republic of Bosnia-Herzegovina", "Bosnia-Herzeg."],
    "BL": [ST + " {Barthélemy|Barthelémy|Barts|Barth|Barths|Bart.}", "Saint-Barthélemy (France)"],
    "BN": ["Brunei {Darussalam|Darussal.|Dar.|Daruss.}", "Brunei (Darussalam)", "Brunei, Darussalam"],
    "BQ": ["Bonaire{,|} {Sint|Saint|St.} {Eustatius|Eustachius} and Saba", "Caribbean NL", "Bonaire/{Sint |S.|St. }Eustatius/Saba", "Bonaire, {Sint|Saint|St.} Eustatius, and Saba", "{Bonaire, |}BES Islands",
           "Netherlands (Caribbean)", "Caribbean Netherlands (Bonaire, Sint Eustatius and Saba)", "Saba and Sint Eustatius"],
    "BV": [f"Bouvet {I}", "Bouvetøya"],
    "CC": [f"Cocos{{ (Keeling)| Keeling|-Keeling|/Keeling|}} {IS}", f"Keeling {IS}", "Cocos (Keeling)", f"Cocos or Keeling {IS}"],
    "CF": ["{Central|Cent.|Cen.|C.} Af. Rep.", "{Central|Cent.|Cen.|C.} {African|Afr.} {Republic|Rep.|R.}", "Central African Rep (CAR)", "Central {Afr|African}.Rep.", "Cent.Afr.Rep.", "C.A.R.", "C.A. Republic", "Central African Rep. (CAR)"],
    "CI": ["{Cote|Côte} {d' |D' |d |D |de |d'|dI}Ivoire", "Cote Divoire", "Côte d Ivoire", "{Côte|Cote} d'{Iv.|Ivoir.}", "C. d'Ivoire", "C. Ivoire", "Ivory Coast, Republic of"],
    "CK": [f"Cook {IS}", "Cook Islands (NZ)", "Cook Islands (New Zealand)"],
    "CN": ["China, P.R.", "China (P.R.)", "{PR|P.R.} {of |}China", "China{, |,| |-}{PR|P.R.|PRC|P.R.C.|P. R.}", "China{, | |-| - |: |/}{mainland|Mainland}", "{Mainland|mainland} China",
           "China ({mainland|Mainland|Mainland only|PR|PRC|People's Rep.})", "China{ |, |,}{version|Version} {1|2}", "China, Mainland Only", "People's Republic of China (Mainland)", "Mainland China (PRC)",
           "P. Rep. of China", "China, {Peoples|Peoples'|Popular} Republic{ of|}", "China (Peoples Republic of)", "China, P.R. of", "China, People's Republic of (Mainland)", "China, People's Republic of: Mainland",
           "China, {PR|P.R.|People's Republic} (mainland)", "P.R.C.", "China, P. Rep. of", "China, P.Rep. of", "China{,| -|:|} mainland China", "China (Peking)", "China (Beijing)", "China, Communist", "Communist China", "Red China"],
    "CV": [f"{{Cape|C.|Cabo}} Verde {IS}", "C. Verde", "Cap-Vert", "Cap Vert", f"Cape Verde, {IS}"],
    "CX": [f"Christmas {I}", "Christmas {Isds|Islds|Isd}", "Christmas Island (Australia)", "Christmas Island (Indian Ocean)"],
    "CY": ["Cyprus ({Greek|South|Greek area|Greek Cypriot area|Greek sector|Greek part|Greek side|Republic|Government controlled area|government-controlled area|Government-controlled areas|southern})", "{Greek|South|Southern} Cyprus"],
    "DO": ["{Dominican|Domin.|Dom.|Dominic.} {Republic|Rep.|R.|Repub.|Republ.}", "Dominicana, República", "República Dominicana"],
    "EH": ["{Western|W.} Sahara", "Sahara, Western", "Sahara ({Western|Occidental})", "{Sahrawi|Saharawi} {Arab Democratic |Arab Dem. |Arab |}Republic", "Sahara Occidental",
           "Spanish Sahara", "Sahara (Spanish)", "Western Sahara (SADR)", "Western Sahara (Sahrawi Republic)"],
    "FK": [f"Falkland {IS}", f"Falkland {IS}{{ |}}({{Malvinas|Islas Malvinas}})", f"Falkland {IS}{{/|, | - }}Malvinas", "Falklands (Malvinas)", "Falklands{/|, }Malvinas", "Falkland Islands [Malvinas]", "Malvinas Islands",
           "Malvinas (Falkland Islands)", "Falkland Islands (the) (Malvinas)", "Islas Malvinas (Falkland Islands)", "Malvinas (Falklands)"],
    "FM": ["Micronesia{, | (}{F.S.|FS|FSM|F.S.M.|Fed. St.|Fed. States|Fed States|Federated St.|Federated Sts.|Fed. Sts}{)|}", "Micronesia Fed. Sts.", "Fed. Sts. Micronesia", "F.S. of Micronesia", "F. S. Micronesia", "Federated States Micronesia", "Fed. Sts. of Micronesia",
           "Micronesia, Federation of", "Micronesia (country)", "Micronesia Federal States of", "Micronesia, Federal States of"],
    "FO": [f"{{Faroe|Faeroe|Færoe|Faröe|Far.}} {IS}", "Føroyar", "Faeroes", "Faroe Islands (Denmark)", "Færoerne", "Faroerne"],
    "GB": ["{Utd.|Un.|Unit.|U.|United} {Kingdom|Kgdm|Kingd.|King.|Kgd.|K.}", "{Gt.|G.|Great} {Britain|Brit.}", "Britain (UK)", "Great Britain (United Kingdom)", "United Kingdom{ |, |-}GB", "United Kingdom, Great Britain",
           "U.K. (Great Britain)", "U.K. (United Kingdom)", "United Kingdom (GB)", "United Kingdom of Great Britain{ and | & }{Northern|N.|No.} Ireland", "Great Britain and {Northern|N.} Ireland", "UK of GB and NI"],
    "GE": ["Georgia [country]", "Georgia{ (}{country|Caucasus|the country|nation|Asia|Eurasia|South Caucasus|Tbilisi}{)|}"],
    "GF": ["{French|Fr.|F.} {Guiana|Guyana|Guyane|Gui.}", "Guiana{, | (}{French|Fr.}{)|}", "Guyana, French", "Guyane française", "French Guiana (France)", "Guyane (France)", "Guyane (French Guiana)", "French Guiana (Guyane)", "Cayenne (French Guiana)"],
    "GG": ["Bailiwick of Guernsey", "Guernsey, Bailiwick of", "Guernsey (UK)", "Guernsey, Channel Islands", "Guernsey (Channel Islands)", "Guernsey Island"],
    "GM": ["Gambia{, |,}{The|the}", "Gambia ({The|the})", "Gambia, Islamic Republic of the"],
    "GN": ["Guinea{-| (|, |/| - }{Conakry|Rep.}{)|}", "Guinée", "Guinea (Rep.)", "French Guinea"],
    "GP": ["Guadeloupe (France)", "Guadeloupe (French)"],
    "GQ": ["{Equatorial|Equat.|Eq.|Equ.|Equator.|Equatl.|E.} {Guinea|Guin.}", "Guinea ({Equatorial|Equat.|Eq.})", "Guinea, {Equatorial|Equat.|Eq.}", "Equatorial-Guinea", "{Eq|Equat|Equ}.Guinea", "Guinea Ecuatorial"],
    "GS": [f"South Georgia{{ and the | and |/}}South Sandwich {IS}", f"{{S.|So.}} Georgia and {{the |}}{{S.|So.}} Sandwich {IS}", f"S. Geo. and S. Sandw. Is.", "South Georgia/Sandwich Islands", "S. Georgia", "South Georgia and Sandwich Islands", "South Georgia Islands", "South Georgia Island",
           "S. Georgia & Sandwich Is.", "S. Geo. and {the |}Is.", "South Georgia and the Islands", "S. Geo. and {the |}S. Sandwich Is."],
    "GU": ["Guam (US)", "Guam (U.S.)", "Guam (USA)"],
    "GW": ["{Guinea|Guin.}{-|/|, | (}{Bissau|Biss.|Bis.}{)|}", "Guinea Bissau, Republic of", "GuineaBissau", "Guiné-Bissau", "Bissau Guinea"],
    "HK": ["China{ (|: |, | }{HK|HKSAR|HK SAR}{)|}", "Hong Kong{, | (| |/|: }{China|SAR|SAR China|China SAR|SAR of China}{)|}", "China{ (|: |/}Hong Kong{)|}", "China{, | (|: | - |/| }Hong Kong{ SAR| S.A.R.| Special Administrative Region|, SAR}{)|}",
           "{HK|H.K.} SAR", "Hong Kong SAR {(China)|, China|- China|of China}", "Hong Kong-China", "China, P.R.: Hong Kong{| SAR}", "China, P. R.: Hong Kong", "China P.R. Hong Kong", "China, {PR|P.R.}, Hong Kong", "China, Hong Kong (SAR)", "Hong Kong Special Administrative Region (China)", "Hong Kong (Special Administrative Region of China)", "Hongkong, China"],
    "MO": ["{Macao|Macau}{, | (| |/|: | - }{China|SAR|SAR China|China SAR|SAR of China}{)|}", "China{ (|: |/}{Macao|Macau}{)|}", "China{, | (|: | - |/| }{Macao|Macau}{ SAR| S.A.R.| Special Administrative Region|, SAR}{)|}",
           "{Macao|Macau} SAR{ (China)|, China|- China| of China}", "{Macao|Macau} Special Administrative Region{| of China}", "China, P.R.: {Macao|Macau}{| SAR}", "China, {PR|P.R.}, Macao", "{Macao|Macau} (Special Administrative Region of China)", "Aomen"],
    "HM": [f"Heard{{ and | Island and | Islands and | I. and | Is. and |/}}McDonald {IS}", "Heard and McDonald"],
    "IM": [f"{{Isle|I.|Is.}} of Man", "Isle of Man (UK)", "Man (Isle of)", "Man, I. of", "Isle Of Man, UK"],
    "IO": ["{British|Br.|Brit.} Indian Ocean {Territories|Territory|Terr.|Ter.}", "{Br.|Brit.} {Ind.|Indian} {Ocean|Oc.} {Territory|Terr.|Ter.}", "{BIOT|B.I.O.T.}", f"Chagos {IS}", "Chagos Arch.", "British Indian Ocean Territory (Chagos Archipelago)", "British Indian Ocean Territory (Chagos)"],
    "JE": ["Bailiwick of Jersey", "Jersey, Bailiwick of", "Jersey, Channel Islands", "Jersey (Channel Islands)", "Jersey (UK)", "Jersey Island"],
    "KI": [f"Gilbert {IS}"],
    "KM": ["{Comoro|Comoros|Comores} " + IS, "Comoros, Federal Islamic Republic of the", "Comoros (Union of)", "Union of Comoros", "Comoros (Union of the)"],
    "KN": [ST + " Kitts{ and |/|-|, }{Nevis|Nev.|Nevis-Anguilla}", "St.Kitts{ and |/|-}Nevis", "{St.|Saint} Christopher{ and |/|-}{Nevis|Nev.}", "{St.|Saint} Christopher", "St. Christopher-Nevis-Anguilla", "{St.|Saint} Kitts, Nevis and Anguilla", "St. Christ. and Nevis", "Saint Kitts & Nevis (Saint Christopher & Nevis)"],
    "KP": ["{Korea|KOREA}{, | | (}{North|N.|N|DPR|DPRK|D P R|DPR of|PDR|Dem. P. Rep.|Dem. P. R.|Dem. Peo. Rep.|Dem. Ppl's Rep.|Dem. Ppl. Rep.|Dem Ppl Rep|Democratic}{)|}", "Korea{, | (}{Dem.|Democratic} Peop. {R.|Rep.}{)|}", "{Dem. Ppl. Rep.|Dem Ppl Rep|Dem. Ppl's Rep.|Dem. Peop. Rep.} of Korea",
           "{D.P.R.|DPR|D.P.R.K.|P.D.R.|D. P. R.} {of |}Korea", "{North|N.|No.|Nth.} Korea", "Democratic {Peoples|People|Peoples'} Republic of Korea", "Korea, {Democratic|Dem.} {Peoples|People} {Republic|Rep.}{ of|}", "Korea ({Dem.|Democratic} {Peoples|People's|People} {Rep.|Republic}{ of|})", "Korea, (North)", "North Korea (Democratic People's Republic of{| Korea})", "Korea (North) (DPRK)", "Korea, Dem. People's Rep. (North)", "Korea, North (DPRK)", "Korea (DPR of)", "Korea, Democratic People's Republic of (North)", "Dem. Rep. of Korea", "Korea, Dem. Rep. of", "Korea (Dem. Rep.)", "Korea North (DPRK)", "Korea, Democratic People's Rep. of", "Democratic People's Republic of Korea (North)"],
    "KR": ["Korea{, | | (}{South|S.|S|R.O.K.|ROK|R.|Rep|Rep.|RO|R.O.|Republic}{)|}", "{R.O.|RO|R.|Rep.} {of |}Korea", "{South|S.|So.|Sth.} Korea", "South Korea (Rep. of Korea)", "Korea, (South)", "South Korea (Republic of{| Korea})", "Korea, South (Republic of)", "Korea, Rep. (South)", "Korea (Republic)", "Korea (South) (ROK)", "Korea, Republic of (South)", "Korea, South (ROK)", "Republic of Korea (South)", "Korea (South), Republic of"],
    "KY": [f"Cayman {IS}", "Cayman Islands (UK)"],
    "LA": ["Lao{ |, | (}{PDR|P.D.R.|P.Dem.R.|P.D.R|People's DR|P. Dem. R.|P Dem R|Dem. Rep.|P.D. Rep.|People's Dem. Rep.|People's Democratic Republic|People's Democratic Republic of|PDR of|People's Rep.}{)|}", "Laos{ |, | (}{PDR|P.D.R.|People's Democratic Republic|People's Dem. Rep.|Dem. Rep.}{)|}",
           "Lao {Peoples|People} {Democratic|Dem.} {Republic|Rep.}", "{PDR|P.D.R.} {of |}{Lao|Laos}", "Lao People's Dem. Rep. (Laos)", "Lao P.Dem.R.", "L.P.D.R.", "Laos (People's Democratic Republic)", "Lao (PDR)"],
    "LC": ["{St.|Saint|S.|Sta.}{ |-}Lucia", "St.Lucia", "Sainte-Lucie"],
    "LK": ["S. Lanka", "Sri-Lanka", "Sri Lanka (ex-Ceylon)"],
    "LY": ["Libya{ (|, }{Arab Jamahiriya|Jamahiriya|Libyan Arab Jamahiriya|Socialist People's Libyan Arab Jamahiriya|State of|Arab Rep.}{)|}", "{Socialist People's |S.P. |Soc. People's |Great Socialist People's }Libyan Arab {Jamahiriya|Jamah.|Jam.}", "Libyan {A.J.|AJ|Arab Jamahiriya (the)|Arab Jamahirya|Jamahiriya|Arab Republic|Arab Rep.}", "Libian Arab Jamahiriya"],
    "MF": ["{St.|Saint|Saint-|St.-}{ |}Martin{| (French part)| (French)| (France)| (French Part)|, French part| (French side)| (Fr.)}", "French Saint Martin", "French St. Martin"],
    "SX": ["{St.|Sint|Saint|S.} Maarten{| (Dutch part)| (Dutch)| (Dutch Part)| (Netherlands)| (Dutch side)|, Dutch part| (Du.)}", "{Saint|St.} Martin (Dutch {part|Part|side})"],
    "MH": [f"Marshall {IS}", "Rep. of {the |}Marshall Islands", "Republic of Marshall Islands"],
    "MK": ["Macedonia{, | (| }{FYR|F.Y.R.|FYROM|FYR of|TFYR|T.F.Y.R.|TFYR of|FYRO|ex-Yug.|Former Yug. Rep.|former Yugoslav Rep.|Former Yugoslav Republic|former Yugoslav Republic of|the former Yugoslav Republic of|The former Yugoslav Rep. of|The Former Yugoslav Republic|former Yug. Rep. of|Former Yugoslav Republic of|Fmr Yug Rp of|FYROM, Rep. of|North|Republic of North|Republic|Rep.|FRY}{)|}",
           "{TFYR|T.F.Y.R.|FYR|F.Y.R.|TFYRO|The FYR|the FYR|The TFYR|The FYRO} {of |}Macedonia", "{The |the |}{former|Former|ex} {Yugoslav|Yug.} {Republic|Rep.} {of |}Macedonia", "Former Yugoslav Republic of Macedonia (the)", "{N.|North|No.} {Macedonia|Maced.}", "North Macedonia{, | (}{Republic of|Rep. of|former Macedonia|formerly Macedonia|FYROM}{)|}", "Macedonia, North", "FYRO Macedonia", "Macedonia{, | (|,}{the|The} former Yugoslav {Republic|Rep.}{| of}{)|}", "Macedonia (former Yugoslav {Republic|Rep.})", "F.Y.R.O.M.", "T.F.Y.R.O.M."],
    "MP": [f"{{Northern|N.|No.|North}} Mariana {IS}", "{Northern|N.|No.|North} Marianas", f"Mariana {IS}, Northern", "Mariana Islands ({Northern|US})", "Northern Mariana Islands, Commonwealth of the", "CNMI", "Marianas, Northern", "Marianas", "Commonwealth of Northern Mariana Islands", "Northern Mariana", "N. Mariana"],
    "MQ": ["Martinique (France)", "Martinique (French)"],
    "NC": ["{New|N.} Caledonia{| (France)| (French)| and Dependencies}", "Nouvelle-Calédonie"],
    "NF": [f"Norfolk {I}", "Norfolk {Isds|Islds|Isd}", "Norfolk Island (Australia)"],
    "NL": ["Netherlands ({The|the})", "Netherland", "Netherlands (European part)", "Nederland", "Pays-Bas", "Kingdom of Netherlands"],
    "NU": [f"Niue {I}", "Niue (New Zealand)", "Niue (NZ)"],
    "NZ": ["{N.|New} {Zealand|Zeal.}", "New-Zealand", "Aotearoa New Zealand", "New Zealand/Aotearoa", "Newzealand"],
    "PF": ["{French|Fr.} {Polynesia|Poly.|Polyn.}", "Polynesia{, | (}{French|Fr.}{)|}", "Polynésie française", "French Polynesia (France)", "French Polynesia (Tahiti)", "Tahiti (French Polynesia)"],
    "PG": ["Papua{ |-}{New|N.|N} {Guinea|Guin.|G.}", "Papua{ |-}{NG|N.G.|N.Guinea|N.Guin.|N.Gui.}", "P.N.G.", "P. N. Guinea", "P.N. Guinea", "Papua New-Guinea", "Papua and New Guinea", "Papua/New Guinea", "Papua Niugini"],
    "PH": [f"Philippine {IS}", "Philippine Republic", "Philipines", "Phillipines", "Phillippines", "Philippines (Republic of the)", "Filipinas"],
    "PM": [ST + "{ |-|}Pierre{ and |/|-|, | et |-et-}{Miquelon|Miqu.|Miq.}", "{St.|Saint}-Pierre and Miquelon", "St. Pierre and Miquelon (France)"],
    "PN": [f"Pitcairn {IS}", f"Pitcairn {I}", "Pitcairn", "Pitcairn (UK)", "Pitcairn, Henderson, Ducie and Oeno", "Pitcairn Island (UK)"],
    "PR": ["Puerto Rico ({Commonwealth of|US|USA|United States})", "Puerto Rico, Commonwealth of", "Porto Rico", "P. Rico", "Puerto-Rico"],
    "PS": ["{Palest.|Palestinian|Pal.} {Adm.|Admin.|Administered|Administrative} {Areas|Terr.|Territories}", "{Occupied|Occ.} {Palestinian|Palestine|Pal.} {Territory|Territories|Terr.|Ter.}", "{Palestinian|Palestine} {Occupied|Occ.} {Territory|Territories|Terr.}", "Palestinian {Territory|Territories|Terr.}{| Occupied|, Occupied|, Occ.| (Occupied)}",
           "Palestine{, | (}{State of|Occupied Territory|Occupied Territories|Occ. Terr.|Authority}{)|}", "West Bank{ and |/|-}{Gaza|Gaza Strip|the Gaza Strip}", "{Gaza|Gaza Strip}{ and |/}{the |}West Bank", "Palestinian {Authority|Auth.|National Authority|Nat'l Authority|State}",
           "Palestine (West Bank and Gaza Strip)", "Occupied Palestinian Territory{, | (}including East Jerusalem{)|}", "oPt", "O.P.T.", "State of Palestine (West Bank and Gaza Strip)", "Palestine/{Gaza|West Bank|Gaza Strip}", "Palestine ({Gaza|West Bank})"],
    "RE": ["{La |Ile de la |Île de la }Réunion", f"Réunion {I}", "Réunion (France)", "Reunion (French)"],
    "RU": ["Russian {Feder.|Federat.|Republic|SFSR|Soviet Federated Socialist Republic|Soviet Federative Socialist Republic|Empire}", "Russia, {Federation of|Fed. of}", "Russia{ (|/}{USSR|Soviet Union|U.S.S.R.}{)|}", "R.S.F.S.R.", "Federation of Russia", "Russian Fed. (Russia)"],
    "SU": ["{USSR|Soviet Union} ({ex|dissolved})", "{Fmr.|Ex} {USSR|Soviet Union}", "Union of {Soviet|Sov.} {Socialist|Soc.} {Republics|Rep.|Reps.|R.}", "Union of Soviet Soc. Republics", "USSR (Union of Soviet Socialist Republics)", "Union of Soviet Socialist Republics ({former|USSR|Former|the})", "Un. of Sov. Soc. Rep.", "USSR (Europe)", "USSR (Asia)", "USSR (Russia)", "Soviet Union/Russia", "Soviet Union (Russia)"],
    "SA": ["{S.|Saudi} {Arabia|Arab.}", "Saudi-Arabia", "K.S.A.", "Arabia, Saudi", "Saudia Arabia"],
    "SB": [f"{{Solomon|Solom.}} {IS}", f"British Solomon {IS}", "Solomons", "Solomon Island"],
    "SC": [f"{{Seychelles|Seychelle}} {IS}"],
    "SH": ["{St.|Saint} Helena{ and Dependencies| ex. dep.|, Ascension and Tristan da Cunha|, Ascension & Tristan da Cunha| and Ascension|/Ascension| (UK)|, Ascension, Tristan da Cunha| Ascension and Tristan da Cunha| Island| (incl. Ascension and Tristan da Cunha)| and Deps.}", "Saint-Helena", "Saint Helena, Ascension and T. da Cunha", "Saint Helena, Ascension Island and Tristan da Cunha"],
    "SJ": [f"{{Svalbard|Svalb.}}{{ and |, |/}}Jan Mayen", f"{{Svalbard|Svalb.}}{{ and |, |/}}Jan Mayen {IS}", "Svalbard", "Svalbard (Norway)", "Spitsbergen"],
    "SS": ["{South|S.|So.|Southern|Sth.} Sudan", "Sudan{, | (| }{South|S.}{)|}", "Rep. of S. Sudan"],
    "SD": ["Sudan{, | (}{North|pre-2011|former|until 2011|the|N.|Northern}{)|}", "North Sudan", "N. Sudan", "Fmr. Sudan"],
    "ST": ["{Sao|S.|St.} Tome{ and |/|-|, | e | y }Principe", "Sao Tome et Principe", "Sao Tome{ and |-| }{Prin.|Princ.|Prn|Prn.}", "Sao Tome & {Prn|Prin}", "S.Tome,Principe", "Saint Thomas and Prince", "Saint Tome and Principe", "SaoTome and Principe"],
    "SZ": ["{Eswatini|eSwatini}{, | (|/}{former Swaziland|formerly Swaziland|fmr. Swaziland|ex-Swaziland|Swaziland|Kingdom of}{)|}", "Swaziland{ (|/}{eSwatini|now Eswatini}{)|}"],
    "TC": [f"Turks{{ and |, |/| |-}}Caicos{{| {IS[1:-1].replace('|', '| ')}}}", "Turks & Caicos (UK)", "Turk and Caicos Islands"],
    "TF": ["{French|Fr.} {Southern|South.|South|S.|So.} {Territories|Terr.|Territory}", "{French|Fr.} {Southern|South.|S.} and Antarctic {Territories|Terr.|Lands}", "Fr. South Antarctic Terr.", "{French|Fr.} {South.|So.|S.} {and |& |}{Ant.|Antarc.|Antarct.} {Terr.|Lands}", "Fr. S. Antarctic {Lands|Terr.}", "TAAF"],
    "TK": [f"Tokelau {IS}", "Tokelau (NZ)", "Tokelau (New Zealand)"],
    "TL": ["{East|E.} Timor", "Timor{, | (|-| |/}{East|E.|Leste|L'este}{)|}", "Timor Lorosae", "Timor-Leste, Democratic Rep. of", "Timor Est", "Timor (East)", "Timor-L'Este", "Timor Loro Sa'e"],
    "TT": ["Trinidad{ and |/|-|, | y }{Tobago|Tob.|Tbg}", "Trin. and {Tobago|Tob.}", "Trinidad &Tobago"],
    "TW": ["Taiwan Prov.China", "Taiwan, Prov.China", "Taiwan{, | (| |/|: }{China|Province of China|Prov. of China|Prov. China|Rep. of China|Republic of China|ROC|Chinese Taipei|China, Province of|Prov.|Province|PRC|Area|Formosa}{)|}", "China - Taiwan {Province|Prov.}", "China{, | (|: | - |/|-}{Taiwan|Taipei|Taiwan Province of|Taiwan Province|Taiwan Prov. of|Nationalist|ROC|R.O.C.|Republic of (Taiwan)|Rep. of (Taiwan)|Taiwan, Province of}{)|}",
           "{R.O.C.|ROC} (Taiwan)", "Chinese Taipei{ (|/|, }Taiwan{)|}", "Republic of China{ (|/|, | - }{Taiwan|Formosa}{)|}", "Nationalist China", "Taiwan {Prov.|Province}{ of|, } China", "China, R.O.", "China, Rep. of", "China (Rep. of)", "Taipei{, |,| (}{China|Chinese}{)|}", "Chin. Taipei", "C. Taipei", "Separate Customs Territory of Taiwan, Penghu, Kinmen{,|} and Matsu", "Taiwan (Formosa)", "Formosa (Taiwan)",
           "China, Republic of{ (Taiwan)|, Taiwan}", "China, Rep. (Taiwan)", "China: Taiwan", "Tai-wan"],
    "TZ": ["Tanzania{, | (| }{United Rep.|United Rep. of|Un. Rep.|Un. Rep. of|U.R.|UR|U. Rep.|U. Rep|United Republic|U.R. of|mainland|Mainland|Tanganyika|the United Rep. of|Utd. Rep. of|Mainland only|UR of}{)|}", "{U.R.|UR|U. R.|U Rep|U. Rep.|Un. Rep.|United Rep.|U. Republic} {of |}Tanzania", "U.R. of Tanzania: {Mainland|mainland|Zanzibar}", "{United Republic of |U.R. of |}Tanzania {(|- |: }{mainland|Mainland}{)|}", "Mainland Tanzania", "Tanganyika{ and |-|/}Zanzibar", "Tanzania/Tanganyika", "Tanzania-{Mainland|mainland}"],
    "UM": [f"{{US|USA|United States}} {{Minor Outlying|Minor|Outlying|Misc. Pacific}} {IS}", f"Minor Outlying Islands{{ (|, }}{{US|U.S.|United States|USA}}{{)|}}", "USA Minor Outlying Islands", "United States Minor Outlying Isl", "US Pacific Islands", "U.S. Outl. Is.", "Wake Island", "Johnston Island", "Johnston Atoll"],
    "US": ["USA, Puerto Rico and US Virgin {Isds|Is.|Islands}", "United States, Puerto Rico and US Virgin {Isds|Is.|Islands}", "{United|Un.|Unit.|Utd.|U.} {States|Sts.|St.}", "U.S. of {A.|Am.|Amer.|America}", "United States of {Am.|Amer.|A.}", "United States{, | (}{The|the|USA|U.S.A.|US|U.S.|of America|America}{)|}", "United States of America{, | (}{The|the|USA|U.S.A.|US}{)|}", "USA{ (|/}{United States|United States of America}{)|}", "America, United States of", "US of America", "United States America", "Etats-Unis", "États-Unis"],
    "VA": ["Holy See{, | (| }{Vatican City State|Vatican City|Vatican|State of the Vatican City|the|the Vatican}{)|}", "Vatican{, | (|/}{Holy See|City|State|State of the City of|The Holy See|City State|Holy See, The}{)|}", "Vatican City{, | (|/}{State of|State|Holy See|Holy See, The|The Holy See}{)|}", "Vatican City State{ (|/|, }{Holy See|the Holy See}{)|}", "Vatican State", "State of the Vatican"],
    "VC": ["{St.|Saint}{ |-}Vincent{ and the | and |/|-|, }Grenadines", "{St.|Saint} Vincent{ and the | and |/|-| }{Gren.|Grenad.|Grens.|Gr.}", "St. Vinc. and {the |}Gren.", "St.Vincent{ and the | and |/}Grenadines"],
    "VG": ["{British|Br.} V.I.", f"{{British|Brit.|Br.|UK|U.K.}} Virgin {IS}", f"Virgin {{Is.|Islands}}{{, | (}}{{British|Brit.|Br.|UK|U.K.}}{{)|}}", "Virgin Islands {British|UK}", "Virgin Isl. ({UK|British})", "Virgin Islands, (British)", "Virgin Islands ({GB|Britain|Great Britain|United Kingdom})", "Virgin Islands, {GB|Great Britain|United Kingdom}", "British Virgin Islands (UK)", "B.V.I."],
    "VI": [f"{{US|USA|U.S.A.|United States|American|Amer.}} Virgin {IS}", f"Virgin {{Is.|Islands}}{{, | (}}{{US|USA|United States}}{{)|}}", "Virgin Islands {US|USA|American}", "Virgin Isl. (US)", "Virgin Islands of the {US|U.S.|USA|United States}", "Virgin Islands of the United States of America", "U.S.V.I."],
    "VN": ["{Vietnam|Viet Nam}{, | (| }{North|N.|SR|DR|Democratic}{)|}", "Vietnam, Dem. Rep. (North)", "{N.|North} {Viet Nam|Vietnam}", "S.R. of {Viet Nam|Vietnam}", "SR Vietnam", "Vietnam, North (Dem. Rep. of)", "Socialist Republic of Viet-Nam", "Vietnam (unified)", "Vietnam (reunified)", "Vietnam, reunified"],
    "VD": ["{Vietnam|Viet Nam}{, | (| }{South|S.|RVN|Republic}{)|}", "Vietnam (Rep.)", "{S.|South} {Viet Nam|Vietnam}", "Vietnam, Republic of (South)", "Vietnam, Rep. (South)"],
    "WF": [f"Wallis{{ and |/|, | et |-| }}{{Futuna|Fut.}}{{| {IS[1:-1].replace('|', '| ')}}}", "Wallis & Futuna (France)", "Wallis and Futuna (French)"],
    "WS": ["{Western|W.|West.} Samoa", "Samoa{, | (}{Western|West|Independent State of|independent}{)|}", "Independent Samoa"],
    "XK": ["Kosovo{, | (| - | }{under UNSCR 1244|under UNSCR 1244/99|under UNSCR 1244/1999|UNSCR 1244|UNSCR 1244/99|under UNSC Resolution 1244|under UNSC Resolution 1244/99|under UN Security Council Resolution 1244|under UN Security Council Resolution 1244/99|under United Nations Security Council Resolution 1244|under United Nations Security Council Resolution 1244/99|under UN SCR 1244|under United Nations Security Council resolution 1244 (1999)|under UNSCR 1244(99)|in accordance with UNSCR 1244|as per UNSCR 1244|UN 1244|UN resolution|disputed|disputed territory|Republic of|self-declared|UNMIK|under UN administration|United Nations Interim Administration Mission}{)|}", "Kosovo/UNSCR 1244", "UNMIK Kosovo", "Kosovo/UNMIK", "UNMIK/Kosovo", "Kosovo UNMIK", "UN Kosovo"],
    "YD": ["Yemen{, | (}{P.D. Rep.|P.D. Rep. of|People's Dem. Rep.|People's Dem. Rep. of|Dem. Rep.|Dem.}{ (former)|, former|) (former)}", "Yemen{, | (| }{South|S.|Aden|PDR|PDR of|Democratic|Dem.|Dem.Rep.|former Democratic|P. Dem. Rep.|Peoples Dem. Rep.|former PDR}{)|}", "{S.|South|Dem.|Democratic|PDR|PDR of|P.D. Rep.|P. Dem. Rep.|Fmr Dem.|Fmr. Dem.} Yemen"],
    "YE": ["Yemen{, | (| }{North|N.|N. Arab|AR|Sana'a|YAR|united|unified|Republic|Rep.}{)|}", "{N.|North} Yemen", "{A.R.|AR} of Yemen", "Yemen A.R."],
    "YU": ["{Fmr.|Ex} Yugoslavia", "Yugoslavia{, | (| }{former|SFR|FR|FRY|SFRY|SFR of|Serbia|Serbia/Montenegro|Serbia & Montenegro|Fed Rep|Federal|until 1991|until 1992|FR of}{)|}", "Federal Republic of Yugoslavia (Serbia {and|/} Montenegro)", "{FR|Fed. Rep. of} Yugoslavia (Serbia and Montenegro)", "Yugoslavia, {FR|Fed. Rep.|Fed. Rep. of} (Serbia and Montenegro)", "Yugoslavia, {SFR (former)|SFR, former|FR (Serbia/Montenegro)|Fed. Rep. of (Serbia and Montenegro)}", "{SFR|S.F.R.|FR|F.R.|S.F.R. of|F.R. of} Yugoslavia", "Yugoslav {SFR|S.F.R.|FR|Fed. Rep.}", "Former Yugoslav SFR", "{Serbia and Montenegro|Serbia/Montenegro|Serbia-Montenegro} (Yugoslavia)", "Yugoslavia/{Serbia|Serbia and Montenegro|Serbia & Montenegro}", "F.R.Y."],
    "CS": ["Serbia {and|&} Montenegro ({FRY|FR Yugoslavia|Yugoslavia})", "Serbia{ and |/|-|, }{Montenegro|Mont.|Monten.|Mntngr}", "Serbia & Montenegro (former)", "Serbia and Montenegro, {State Union of|Union of|former|Former|dissolved|The}", "Serbia & Montenegro, Rep. of", "Republic of Serbia and Montenegro", "Former Serbia & Montenegro", "Union of Serbia & Montenegro"],
    "CSHH": ["Czechoslovakia{, | (| }{former|Former|fmr.|Czech and Slovak Federal Republic|dissolved|until 1992|until 1993|pre-1993}{)|}", "{Fmr.|Ex} Czechoslovakia", "C.S.F.R.", "C.S.S.R.", "Czecho-Slovakia", "Czech & Slovak Fed. Rep.", "Czechoslovak S.R.", "Czechoslovak Fed. Rep.", "Czech and Slovak Federative Rep."],
    "DD": ["Germany{, | (| }{East|E.|GDR|DDR|D.R.|German Democratic Republic|Dem.Rep.|Democratic|former GDR|Eastern}{)|}",
           "{E.|East} Germany", "German D.R.", "German {Dem.|Democratic} {Rep.|Republic|R.}{| (former)|, former|, The| (the)}", "{Fmr. |Former }{GDR|G.D.R.|German Dem. Rep.|Democratic Republic of Germany|Dem. Rep. of Germany|East Germany|German Democratic Republic}", "G.D.R.", "Dem. Rep. of Germany", "Democratic Republic of Germany", "D.R. Germany"],
    "DE": ["Germany ({incl.|including} {ex-GDR|ex-GDR from 1991|former GDR|former GDR from 1991|East Germany})", "Germany{, | (| }{West|W.|FRG|F.R.|F.R. of|Fed.Rep.|unified|united|reunified|Western|former West|until 1990|from 1991|since 1990|former territory of the FRG}{)|}",
           "{W.|West} Germany", "{F.R.|FR|F.R. of|FR of|Fed. Rep. of|Federal Rep. of|Fed. Rep.} Germany", "F.R.G.", "German {Federal|Fed.} {Republic|Rep.}", "{Fmr. |Former }{FRG|Federal Republic of Germany|Fed. Rep. of Germany|FR Germany}", "Germany (including {the |}{former |ex-|}GDR{| from 1991})", "Germany{, |, | }including {ex-|the former |former |}GDR{| from 1991}",
           "Germany (until 1990 former territory of the FRG)", "Germany, until 1990 former territory of the FRG", "Germany (former territory of the Federal Republic)", "Germany (West and East)", "German Federal Rep."],
    "x-northern-cyprus": ["{North|N.|Northern|No.|Turkish|Turk|Turk.} Cyprus", "Cyprus ({Turkish|Turkish part|Turkish side|Turkish sector|TRNC})", "Cyprus{, | (}{North|Northern|N.}{)|}", "T.R.N.C.", "Turkish {Republic|Rep.} of {Northern|North|N.} Cyprus", "Northern Cyprus (TRNC)", "North Cyprus, Turkish Republic of", "Northern Cyprus, Turkish Republic of", "Northern Cyprus (Turkish Republic of)", "Turkish Federated State of Cyprus", "Turkish Cyp."],
    "x-somaliland": ["Somaliland{, | (| }{Republic of|region|Region}{)|}", "Somalia (Somaliland)"],
    "x-abkhazia": ["Abkhazia{, | (}{Republic of|Georgia}{)|}", "Georgia (Abkhazia)", "Georgia/Abkhazia"],
    "x-south-ossetia": ["{S.|South} Ossetia{|-Alania| (Georgia)|, Republic of}", "Georgia (South Ossetia)", "Georgia/South Ossetia", "Ossetia, South"],
    "x-transnistria": ["{Trans-Dniester|Transdniester|Transnistria|Transdniestria} {(Moldova)|Republic|Moldovan Republic|Moldavian Republic}", "Moldova (Transnistria)", "Pridnestrovian Moldovan Republic", "Pridnestrovskaia Moldavskaia Respublika", "Pridnestrovian Moldavian Rep.", "Dniestr Republic", "Transnistrian Moldovan Republic", "Moldova/Transnistria"],
    "x-nagorno-karabakh": ["Nagorno{-| }{Karabakh|Karabagh|Karabak} (Azerbaijan)", "Azerbaijan (Nagorno-Karabakh)", "Nagorno-Karabakh Rep.", "Artsakh Republic", "Artsakh, Republic of", "Nagornyy Karabakh", "Azerbaijan/Nagorno-Karabakh"],
    "ZA": ["{S.|So.|Sth.|South} {Africa|Afr.|Afric.}", "S. African Rep.", "South-Africa", "Africa, South", "R.S.A.", "Union of S. Africa", "South Africa (RSA)"],
    "CD": ["Congo, {D.R.|DR} of the", "Congo{, | (| | [}{D.R.|DRC|Kinshasa|Dem Rep|Dem.Rep.|Democratic Republic|Léopoldville|formerly Zaire|former Zaire|ex-Zaire|Dem. Republic of the|Democratic}{)|]|}",
           "{D.R.|DR|D. R.} {of |of the |}Congo", "{Dem.|Democratic} {Rep.|Republic|R.|Rep} {of the |of |}Congo", "Democratic Republic of {the |}Congo{ (Zaire)| (Kinshasa)|, The| (the)}", "Congo, {Democratic Republic of|Democratic Republic of the|Dem. Rep.|Dem. Rep. of|Dem. Rep. of the} ({Zaire|Kinshasa})", "Dem.Rep.of the Congo", "D.R.C.", "Congo - {DRC|DR}", "Congo/Zaire", "Zaire/Congo", "Congo (Zaire)", "Zaire (Congo)", "DR Congo (Zaire)", "DRC (Zaire)", "DRC Congo", "Congo, {The |the |}{Democratic|Dem.} {Republic|Rep.} {of the|of}", "Congo-Zaire", "Congo (Democratic Republic of the Congo)", "Kinshasa-Congo", "Dem. Congo", "Democratic Congo", "Zaire, Republic of", "Republic of Congo (Kinshasa)", "Republic of the Congo (Kinshasa)", "Congo (Republic of Zaire)", "Republic of Congo (Leopoldville)"],
    "CG": ["Congo, R. of the", "Congo{, | (| | [|/}{R.|Rep|Rep.|Republic|Brazzaville|Brazz.|P.R.|ROC}{)|]|}", "{Rep|Rep.|Republic|R.|PR|P.R.} {of the |of |}Congo{| (Brazzaville)|, The}", "Congo Republic of{ the|}", "Congo, {Republic of|Republic of the|Rep. of|Rep.} (Brazzaville)", "People's Rep. of {the |}Congo", "Republic of Congo-Brazzaville", "Brazzaville-Congo"],
    "EG": ["U.A.R. (Egypt)", "Egypt ({A.R.|AR|UAR|U.A.R.|ARE})", "Egypt, {A.R.|AR|A.R. of|UAR}", "{A.R.|AR|A. R.} {of |}Egypt", "Egypt Arab Rep.", "United Arab Republic (Egypt)"],
    "IR": ["Iran{, | (| }{I.R.|IR|Islam. Rep. of|Islam Rep.|Islam Rep|Isl.Rep.|I. R.|I.R. of|IR of|Islamic|Islamic R.|Is. Rep. of|Islamic Rep of|Is. Rep.}{)|}", "{I.R.|IR|I. R.|Isl. Rep.|Isl. R.} {of |}Iran", "Iran I.R.", "I. R. of Iran"],
    "SY": ["Syria{, | (| }{Arab Rep.|Arab Republic|A.R.|AR|Arab Rep|Arab Republic of|Arab Rep. of|Syrian Arab Republic}{)|}", "Syrian {A.R.|AR|Arab R.|Arab Rep|A. R.}", "Syria ({UAR|U.A.R.|United Arab Republic})", "S.A.R. (Syria)", "Arab Republic of Syria"],
    "VE": ["Venezuela{, | (| }{R.B.|RB|B.R.|BR|B.R. of|Bol. Rep.|Boliv. Rep.|Bol. Rep. of|Bolivarian|Rep. Bol.|R.B. de|República Bolivariana|Bolivarian Rep|R. B.|BR of|Boliv Rep|RB de|Bolivar Rep.|Bolivar Rep. of}{)|}", "{B.R.|BR|R.B.|RB} {of |}Venezuela", "Bolivarian Rep. Venezuela", "Bolivian Republic of Venezuela", "Venezuela, Bolivian Republic of"],
    "BO": ["Bolivia{, | (| }{P.S.|PS|Plur. St.|Plur. State|P.S. of|Plur. St. of|Plurinational St. of|Plurinational State|Pl. St. of|Plurinat. State of|Plurin. State|Plurinat. State|Plurinational|Pluri. State of|Plurinational St.|Est. Plur. de}{)|}", "{Plur.|Plurin.|Plurinat.|P.} {State|St.|S.} of Bolivia", "Plurinational State Bolivia"],
    "ET": ["Ethiopia{, | (| }{PDR|former|until 1992|until 1993|from 1993|FDR|The Federal Dem. Rep. of|The Federal Democratic Republic of}{)|}", "P.D.R. Ethiopia"],
    "MM": ["Myanmar{ (|, |/}{formerly Burma|former Burma|ex-Burma|fmr. Burma|Union of|Burma}{)|}", "Burma (now Myanmar)", "Myanmar Burma", "Union of Burma", "Burma, Union of"],
    "PK": ["Pakistan{, | (| }{former|pre-1972|1972-|until 1971|West}{)|}", "West Pakistan", "East and West Pakistan"],
    "PA": ["Panama{, | (| }{excl. Canal Zone|excluding Canal Zone|incl. Canal Zone|ex. Canal Zone}{)|}", "Fmr Panama, excl. Canal Zone"],
    "MY": ["Malaysia{, | (|: | - | }{Peninsular|Peninsula|Malaya|West|Peninsular Malaysia|Federation of}{)|}", "{Peninsular|Peninsula|West} Malaysia", "Malaya, Federation of", "{Federation|Fed.} of {Malaya|Malaysia}"],
    "MD": ["Moldova, Rep", "Moldova Rep.", "Moldova, R.", "Rep Moldova", "Moldova (Rep.)", "Moldova{, | (}the Republic of{)|}"],
    "TR": ["{Turkey|Türkiye|Turkiye}{ (|/|-|, }{Ottoman Empire|Türkiye|Turkey|Turkiye|formerly Turkey|former Turkey}{)|}", "Ottoman Empire (Turkey)", "Ottoman Empire/Turkey", "Turquie", "Türkei"],
    "IT": ["Italy{ (|/}{Sardinia|Kingdom of Sardinia|Piedmont|Italy}{)|}"],
    "RS": ["Serbia{ (|, }{Kosovo excluded|without Kosovo|w/o Kosovo|Kingdom of|Republic of}{)|}", "Serbia without Kosovo", "Rep Serbia"],
    "BD": ["Bangla Desh", "Bangla-Desh"],
    "TD": ["Tchad", "Tchad (Chad)", "Chad (Tchad)"],
    "SV": ["{El|E.} {Salvador|Salv.}", "Salvador{, | (}El{)|}"],
    "KW": ["Koweit", "Kuweit"], "RW": ["Ruanda", "Ruanda (Rwanda)"], "UY": ["Urugay"], "NI": ["Nicaraugua"], "ZW": ["Zimbabwe{ (|/}{Southern Rhodesia|Rhodesia}{)|}"],
    "DJ": ["Afars and Issas", "{French |F. |Fr. |}{Territory|Terr.} of {the |}Afars and Issas", "French Terr. of Afars & Issas", "Fr. Terr. Afars-Issas", "Djibuti"],
    "GH": [], "ID": ["Dutch East Indies", "East Indies, Netherlands", "Netherlands Indies", "Indonesia{ (|, }{incl.|including|excl.|excluding} {East Timor|Timor}{| until 1999}{)|}"],
    "IE": ["{Irish|Ir.} {Republic|Rep.|Free State}", "Ireland{, | (| }{Eire|Éire|Rep|Rep.|Republic|Irish Republic|Irish Free State}{)|}", "R. of Ireland", "Republic Ireland"],
    "FR": ["France{, | (| }{metropolitan|Metropolitan|mainland|métropolitaine|Métropolitaine|incl. DOM|incl. overseas departments|including Overseas Departments|including DOM-TOM|excl. DOM|Metropolitan France|including overseas departments}{)|}", "{Metropolitan|Mainland} France"],
    "LI": ["Liechtenstein (Principality of)", "Lichtenstein", "Leichtenstein"], "MC": ["Monaco (Principality of)"], "LU": ["Luxembourg (Grand Duchy of{| Luxembourg})", "Luxembourg (Grand-Duchy)", "Grand-Duchy of Luxembourg", "Luxemb.", "Luxbg."],
    "GR": ["Hellas (Greece)", "Greece (Hellas)", "Grece"], "BR": ["Brasil (Brazil)"], "HU": ["Hungary (People's Rep.)", "Hungarian {Republic|Rep.}"], "RO": ["Rumania (Romania)", "Roumania", "Rumania"],
    "BY": ["Belarus{ (|, |/}{Belorussia|Byelorussia|Byelorussian SSR|White Russia|formerly Byelorussia|Bielorussia}{)|}", "Belorussian SSR", "Byelorussian S.S.R.", "Belorussian S.S.R.", "White Russia", "Bielarus", "Bielorus"],
    "UA": ["Ukrainian {S.S.R.|SSR}", "Ukraine (Ukrainian SSR)", "Ukranian SSR"], "KG": ["Kyrgyz{ |, }{Rep|Rep.|R.|Republic of}", "Kyrgyzstan Republic", "Kyrgyz Republic, The", "Kirgyzstan", "Kirghyzstan", "Kyrgyzia", "Kirgyz Republic", "Kirghiz Republic", "Kyrgizstan"],
    "TM": ["Turkmenia (Turkmenistan)", "Turkmenistn"], "TJ": ["Tadjikistan", "Tajikstan"], "AZ": ["{Azerbaijan|Azerbaijani}{ |, }{Republic|Rep.}", "Azerbaidjan", "Azerbajdzhan"], "KZ": ["Kazakstan (Kazakhstan)"],
    "SR": ["Surinam (Dutch Guiana)"], "MS": [f"Montserrat (UK)", "Montserrat Island"], "BM": [f"Bermuda {IS}", "Bermudas", "Bermuda (UK)"], "BS": [f"Bahama {IS}", f"Bahamas {IS}"], "AI": ["Anguilla (UK)"], "AW": ["Aruba (Netherlands)", "Aruba (Dutch)"], "CW": ["Curaçao{ (|/}{ex-|formerly |former |}Netherlands Antilles{)|}", "Curaçao (Netherlands)", "Curaçao (Dutch)"], "YT": ["Mayotte (France)", "Mayotte (French)", f"Mayotte {I}", "Mahoré"], "GL": ["Greenland (Denmark)", "Grønland", "Kalaallit Nunaat"], "GI": ["Gibraltar (UK)"],
    "MU": [f"Mauritius {I}"], "MV": [f"Maldive {IS}", f"Maldives {IS}"], "NR": [f"Nauru {I}"], "FJ": [f"Fiji {IS}", f"Fijian {IS}"], "TO": [f"Tonga {IS}", "Friendly Islands"], "PW": [f"Palau {IS}", "Belau", "Pelew Islands", "Palau (Belau)"], "TV": [f"Ellice {IS}"], "VU": ["Vanuatu (ex-New Hebrides)"], "MT": ["Malta and Gozo"],
    "JO": ["Jordan, Hashemite K. of", "Hashemite K. of Jordan"], "KH": ["Kampuchea{, | (}{Democratic|Dem.|People's Republic of|People's Rep. of}{)|}", "Dem. Kampuchea", "P.R. of Kampuchea", "People's Rep. of Kampuchea", "Khmer Rep."], "NE": ["Niger (the)", "Niger Republic", "Republic of Niger", "Niger, Rep. of"], "NG": ["Nigeria, Fed. Rep. of"], "MG": ["Malagasy{ |, }{Republic|Rep.|R.|Dem. Rep.}", "Madagascar (Malagasy Rep.)"], "NA": ["Namibia{ (|/}German South West Africa{)|}", "German South West Africa{ (|/}Namibia{)|}", "{South|S.|So.}{ |-}{West|W.} {Africa|Afr.}", "Namibia (South-West Africa)", "Southwest Africa", "S.W. Africa", "SW Africa"], "EE": ["Esthonia"], "SK": ["Slovak{ |, }{Rep|Rep.|R.|Republic of}", "Slovak Republic, The"], "CZ": ["{Czech|Cz.}{ |, }{Rep|Rep.|R.|Republic, The|Republic, the}", "Czech Lands", "Tchequie"], "CH": ["Switzerl.", "Switz.", "Switz"], "LV": [], "BB": [], "BI": ["Burundi{ (|/}Urundi{)|}", "Urundi{ (|/}Burundi{)|}", "Urundi"], "EC": [], "GT": [], "DM": ["Dominica, Commonw. of", "Dominica Island", "Dominica (Commonwealth of)"], "GD": [f"Grenada {I}"], "JM": [], "CU": [], "SM": ["S. Marino", "San-Marino"], "AQ": ["Antarctic Continent"], "AD": [], "UZ": [], "IL": [], "AL": [], "CA": [], "SN": [], "SL": ["{S.|Sierra} {Leone|Leon}", "Sierra-Leone", "Sierre Leone"], "CR": ["{C.|Costa} Rica", "Costa-Rica"], "BF": ["{B.|Burkina} {Faso|Fasso}", "Burkina", "Haute-Volta", "Haute Volta", "U. Volta"], "CM": ["Cameroon{ (|/}French Cameroons{)|}", "French Cameroons{ (|/}Cameroon{)|}", "Cameroun", "Cameroon, United Republic of", "Cameroon, United Rep. of", "United Rep. of Cameroon"], "LB": ["Liban"], "HR": ["Croatia (Hrvatska)", "Croatia/Hrvatska"], "MA": ["French Morocco", "Maroc"], "AO": ["Angola{ (|/}Portuguese West Africa{)|}", "Portuguese West Africa{ (|/}Angola{)|}"], "MZ": ["Mozambique{ (|/}Portuguese East Africa{)|}", "Portuguese East Africa{ (|/}Mozambique{)|}", "Moçambique"], "TH": [], "MN": ["{Outer|O.} Mongolia", "Mongolian {People's |P. |}{Republic|Rep.|R.}", "Mongolia, Outer"], "PT": [], "PE": [], "HT": ["Hayti", "Haïti"], "SI": [],
    # Colonies and empires, beside the name of the state that came of them.
    "DZ": ["Algeria{ (|/}French Algeria{)|}", "French Algeria{ (|/}Algeria{)|}"],
    "AT": ["Austria{ (|/}Austria-Hungary{)|}", "Austria-Hungary{ (|/}Austria{)|}"],
    "KE": ["Kenya{ (|/}{British|Br.} East Africa{)|}", "{British|Br.} East Africa{ (|/}Kenya{)|}"],
    "UG": ["Uganda{ (|/}Uganda Protectorate{)|}", "Uganda Protectorate{ (|/}Uganda{)|}", "Uganda{ (|, | }{Prot.|Protectorate}{)|}"],
    "SG": ["Singapore{ (|/}Straits Settlements{)|}", "Straits Settlements{ (|/}Singapore{)|}"],
    "CO": ["Colombia{ (|/}New Granada{)|}", "New Granada{ (|/}Colombia{)|}"],
}
# Territories of a state, and how lists name that state in brackets: `Aruba (The Netherlands)`, `Greenland (Denmark)`.
SOVEREIGN = [
    ("AI BM FK GG GI GS IM IO JE KY MS PN SH TC VG", ["UK", "United Kingdom", "the United Kingdom of Great Britain and Northern Ireland", "United Kingdom of Great Britain and Northern Ireland", "British", "Britain", "GB", "Br."]),
    ("AS GU MP PR UM VI", ["US", "USA", "United States", "United States of America", "the United States of America"]),
    ("AN AW BQ CW SX", ["Netherlands", "the Netherlands", "Kingdom of the Netherlands", "NL", "Neth.", "Dutch"]),
    ("BL GF GP MF MQ NC PF PM RE TF WF YT", ["France", "FR", "French", "Fr.", "Overseas France", "French overseas department", "French overseas territory"]),
    ("FO GL", ["Denmark", "Kingdom of Denmark", "DK", "Den.", "Danish"]),
    ("CC CX HM NF", ["Australia", "AU", "Aust.", "Australian"]),
    ("CK NU TK", ["New Zealand", "NZ"]),
    ("BV SJ", ["Norway", "NO"]),
    ("AX", ["Finland", "FI"]),
    ("HK MO", ["China", "PR China", "People's Republic of China"]),
    ("TW", ["China"]),
    ("XK", ["Serbia", "Serbia and Montenegro"]),
    ("EH", ["Morocco", "the Kingdom of Morocco"]),
]
# Names in French, Spanish, Portuguese, Italian, German and Dutch, and what a country calls itself, as far as English lists do not write
# them so already: for lists alone.
FOREIGN = {
    "AD": "Andorre",
    "AE": "Émirats arabes unis;Emiratos Árabes Unidos;Vereinigte Arabische Emirate;Emirados Árabes Unidos;Emirati Arabi Uniti;Verenigde Arabische Emiraten",
    "AF": "Afganistán;Afeganistão",
    "AG": "Antigua-et-Barbuda;Antigua y Barbuda;Antigua et Barbuda;Antígua e Barbuda;Antigua und Barbuda;Antigua en Barbuda", "AI": "Anguila",
    "AL": "Albanie;Albanien;Shqipëria", "AM": "Arménie;Armenien", "AN": "Antilles néerlandaises;Antillas Neerlandesas", "AQ": "Antarctique;Antártida",
    "AR": "Argentine;Argentinien;Argentinië", "AS": "Samoa américaines;Samoa Americana;Samoa Americane;Amerikanisch-Samoa;Amerikaans-Samoa",
    "AT": "Autriche;Österreich;Oesterreich;Oostenrijk", "AU": "Australie;Australien",
    "AX": "Îles Åland;Islas Aland;Ilhas Aland;Isole Åland;Ålandinseln;Alanda",
    "AZ": "Azerbaïdjan;Azerbaiyán;Aserbaidschan;Azerbaijão;Azerbaigian;Azerbeidzjan",
    "BA": "Bosnie-Herzégovine;Bosnie-et-Herzégovine;Bosnia y Herzegovina;Bosnien und Herzegowina;Bosna i Hercegovina;Bósnia e Herzegovina;Bosnia ed Erzegovina;Bosnië en Herzegovina",
    "BB": "Barbade", "BD": "Bangladés;Bangladesch;Bangladeche", "BE": "Belgique;Bélgica;Belgien;België;Belgio", "BF": "Burquina Faso",
    "BG": "Bulgarie;Bulgarien;Bulgarije", "BH": "Bahreïn;Bahréin;Baréin;Barém", "BJ": "Bénin;Benim", "BL": "Saint-Barthélémy;San Bartolomé",
    "BM": "Bermudes;Bermudas", "BN": "Brunéi Darussalam;Brunéi", "BO": "Bolivie;Bolivien;Estado Plurinacional de Bolivia",
    "BQ": "Pays-Bas caribéens;Caribe neerlandés;Países Baixos Caribenhos;Caraibi Olandesi;Karibische Niederlande;Caribisch Nederland",
    "BR": "Brésil;Brasilien;Brasile;Brazilië", "BS": "Îles Bahamas;Bahama's;Baamas", "BT": "Bhoutan;Bután;Butão",
    "BV": "Île Bouvet;Isla Bouvet;Ilha Bouvet;Isola Bouvet;Bouvetinsel;Bouveteiland", "BW": "Botsuana",
    "BY": "Bélarus;Biélorussie;Bielorrusia;Weißrussland;Weissrussland;Bielorrússia", "BZ": "Belice",
    "CC": "Îles Cocos;Islas Cocos;Ilhas Cocos (Keeling);Isole Cocos (Keeling);Kokosinseln;Cocoseilanden;Ilhas dos Cocos (Keeling)",
    "CD": "République démocratique du Congo;RD Congo;Rép. dém. du Congo;República Democrática del Congo;Congo (RDC);Kongo-Kinshasa",
    "CF": "République centrafricaine;Rép. centrafricaine;Centrafrique;República Centroafricana;Zentralafrikanische Republik;República Centro-Africana;Repubblica Centrafricana;Centraal-Afrikaanse Republiek",
    "CG": "République du Congo;República del Congo;República do Congo;Kongo-Brazzaville", "CH": "Suisse;Schweiz;Suiza;Svizzera;Zwitserland",
    "CI": "Costa do Marfim;Costa d'Avorio;Ivoorkust;Costa de Marfil", "CK": "Îles Cook;Islas Cook;Ilhas Cook;Isole Cook;Cookinseln;Cookeilanden",
    "CL": "Cile", "CM": "Camerún;Kamerun;Camarões;Kameroen", "CN": "Chine;République populaire de Chine;República Popular China;Cina",
    "CO": "Colombie;Kolumbien", "CS": "Serbie-et-Monténégro;Serbia y Montenegro;Srbija i Crna Gora",
    "CSHH": "Tchécoslovaquie;Checoslovaquia;Tschechoslowakei", "CU": "Kuba", "CV": "Kap Verde;Capo Verde;Kaapverdië", "CW": "Curaçau",
    "CX": "Île Christmas;Isla de Navidad;Ilha Christmas;Isola Christmas;Weihnachtsinsel;Christmaseiland;Ilha do Natal",
    "CY": "Chypre;Chipre;Zypern;Cipro",
    "CZ": "République tchèque;Tchéquie;República Checa;Chequia;Tschechische Republik;Tschechien;Česká republika;Česko;Tchéquia;Cechia;Tsjechië",
    "DD": "République démocratique allemande;República Democrática Alemana",
    "DE": "Allemagne;Alemania;Deutschland;République fédérale d'Allemagne;Alemanha;Duitsland", "DJ": "Yibuti;Dschibuti;Gibuti",
    "DK": "Danemark;Dinamarca;Dänemark;Danmark;Danimarca;Denemarken",
    "DO": "République dominicaine;Rép. dominicaine;Dominikanische Republik;Repubblica Dominicana;Dominicaanse Republiek",
    "DZ": "Algérie;Argelia;Algerien;Algerije", "EC": "Équateur", "EE": "Estonie;Estland;Eesti", "EG": "Égypte;Egipto;Ägypten;Egito;Egitto",
    "EH": "Sahara occidental;Saara Ocidental;Sahara Occidentale;Westsahara;Westelijke Sahara;Sara Ocidental", "ER": "Érythrée;Eritreia",
    "ES": "Espagne;España;Spanien;Espanha;Spagna;Spanje", "ET": "Éthiopie;Etiopía;Äthiopien", "FI": "Finlande;Finlandia;Finnland;Suomi",
    "FJ": "Fidji;Fiyi;Fidschi;Figi",
    "FK": "Îles Falkland;Îles Malouines;Ilhas Malvinas;Isole Falkland;Falklandinseln;Falklandeilanden;Ilhas Falkland",
    "FM": "Micronésie;Micronésie (États fédérés de);Estados Federados de Micronesia;Mikronesien",
    "FO": "Îles Féroé;Islas Feroe;Ilhas Faroé;Isole Fær Øer;Färöer;Faeröer", "FR": "République française;Francia;Frankreich;Frankrijk", "GA": "Gabun",
    "GB": "Royaume-Uni;Reino Unido;Vereinigtes Königreich;Grande-Bretagne;Gran Bretaña;Großbritannien;Regno Unito;Verenigd Koninkrijk",
    "GE": "Géorgie;Georgien", "GF": "Guayana Francesa;Guiana Francesa;Guyana Francese;Französisch-Guayana;Frans-Guyana", "GG": "Guernesey",
    "GH": "Gana", "GI": "Gibilterra", "GL": "Groenland;Groenlandia;Gronelândia", "GM": "Gambie", "GN": "Guiné", "GP": "Guadalupa",
    "GQ": "Guinée équatoriale;Äquatorialguinea;Guiné Equatorial;Guinea Equatoriale;Equatoriaal-Guinea",
    "GR": "Grèce;Grecia;Griechenland;Hellas;Ellada;Griekenland",
    "GS": "Géorgie du Sud-et-les Îles Sandwich du Sud;Islas Georgia del Sur y Sandwich del Sur;Ilhas Geórgia do Sul e Sandwich do Sul;Georgia del Sud e Sandwich Australi;Südgeorgien und die Südlichen Sandwichinseln;Zuid-Georgia en Zuidelijke Sandwicheilanden;Georgia del Sur y las Islas Sandwich del Sur;Georgia del Sud e Isole Sandwich Meridionali;Geórgia do Sul e Ilhas Sandwich do Sul",
    "GU": "Guame", "GW": "Guinée-Bissau;Guinea-Bissáu;Guinea-Bisáu",
    "HK": "R.A.S. chinoise de Hong Kong;RAE de Hong Kong;Hong Kong, RAE da China;RAS di Hong Kong;Sonderverwaltungsregion Hongkong;Hongkong SAR van China",
    "HM": "Îles Heard-et-MacDonald;Islas Heard y McDonald;Ilhas Heard e McDonald;Isole Heard e McDonald;Heard und McDonaldinseln;Heard en McDonaldeilanden",
    "HR": "Croatie;Croacia;Kroatien;Hrvatska;Croazia;Kroatië", "HT": "Haití",
    "HU": "Hongrie;Hungría;Ungarn;Magyarország;Magyarorszag;Ungheria;Hongarije", "ID": "Indonésie;Indonesien",
    "IE": "Irlande;Irlanda;Irland;Éire;Ierland", "IL": "Israele", "IM": "Île de Man;Isla de Man;Ilha de Man;Isola di Man", "IN": "Inde;Indien",
    "IO": "Territoire britannique de l'océan Indien;Territorio Británico del Océano Índico;Território Britânico do Oceano Índico;Territorio Britannico dell'Oceano Indiano;Britisches Territorium im Indischen Ozean;Brits Indische Oceaanterritorium",
    "IQ": "Irak;Iraq (République d');Iraque", "IR": "Iran (République islamique d');República Islámica del Irán;Irán;Irão",
    "IS": "Islande;Islandia;Ísland;Islanda;IJsland", "IT": "Italie;Italia;Italien", "JM": "Jamaïque;Jamaika;Giamaica",
    "JO": "Jordanie;Jordania;Jordanien;Giordania", "JP": "Japon;Japón;Nippon;Japão;Giappone", "KE": "Kenia;Quênia",
    "KG": "Kirghizistan;Kirguistán;Kirgisistan;Kirgisien;Quirguistão;Kirgizië", "KH": "Cambodge;Camboya;Kambodscha;Cambogia;Cambodja",
    "KI": "Quiribati", "KM": "Comoras;Komoren;Comore;Comoren",
    "KN": "Saint-Kitts-et-Nevis;San Cristóbal y Nieves;Saint-Christophe-et-Niévès;São Cristóvão e Névis;Saint Kitts e Nevis;St. Kitts und Nevis;Saint Kitts en Nevis;São Cristóvão e Neves",
    "KP": "Corée du Nord;Corea del Norte;Nordkorea;République populaire démocratique de Corée;Coreia do Norte;Corea del Nord;Noord-Korea;Korea, Demokratische Volksrepublik",
    "KR": "Corée du Sud;Corea del Sur;Südkorea;République de Corée;República de Corea;Coreia do Sul;Corea del Sud;Zuid-Korea", "KW": "Koweït;Koeweit",
    "KY": "Îles Caïmans;Islas Caimán;Ilhas Cayman;Isole Cayman;Kaimaninseln;Kaaimaneilanden;Ilhas Caimão",
    "KZ": "Kazajstán;Kazajistán;Kasachstan;Cazaquistão;Kazakistan", "LA": "République démocratique populaire lao;Rép. dém. populaire lao",
    "LB": "Líbano;Libanon", "LC": "Sainte-Lucie;Ste. Lucie;Ste Lucie;Santa Lucía", "LI": "Listenstaine", "LK": "Sri Lanca", "LR": "Libéria",
    "LS": "Lesoto", "LT": "Lituanie;Lituania;Litauen;Lietuva;Litouwen;Litva", "LU": "Luxemburgo;Lussemburgo",
    "LV": "Lettonie;Letonia;Lettland;Latvija;Lettonia;Letland", "LY": "Libye;Libia;Libyen;Jamahiriya arabe libyenne;Libië",
    "MA": "Marruecos;Marokko;Marrocos", "MD": "Moldavie;República de Moldova;Moldawien;République de Moldova;Republik Moldau",
    "ME": "Monténégro;Crna Gora", "MF": "Saint-Martin (partie française)",
    "MH": "Îles Marshall;Islas Marshall;Marshallinseln;Ilhas Marshall;Isole Marshall;Marshalleilanden",
    "MK": "Macédoine du Nord;Macedonia del Norte;Nordmazedonien;ex-République yougoslave de Macédoine;Macédoine;Macedônia do Norte;Macedonia del Nord;Noord-Macedonië",
    "MM": "Birmanie;Birmania", "MN": "Mongolie;Mongolei",
    "MO": "R.A.S. chinoise de Macao;RAE de Macao;Macau, RAE da China;RAS di Macao;Sonderverwaltungsregion Macau;Macau SAR van China",
    "MP": "Îles Mariannes du Nord;Islas Marianas del Norte;Ilhas Marianas do Norte;Isole Marianne Settentrionali;Nördliche Marianen;Noordelijke Marianen",
    "MQ": "Martinica", "MR": "Mauritanie;Mauretanien;Mauretania", "MU": "Île Maurice;Maurícia", "MV": "Maldivas;Malediven;Maldive;Maldiven",
    "MW": "Malaui", "MX": "Mexique;México;Méjico;Mexiko;Messico", "MY": "Malaisie;Malasia;Maleisië", "MZ": "Mosambik;Mozambico", "NA": "Namibie",
    "NC": "Nueva Caledonia;Neukaledonien;Nova Caledônia;Nuova Caledonia;Nieuw-Caledonië",
    "NF": "Île Norfolk;Isla Norfolk;Ilha Norfolk;Isola Norfolk;Norfolkinsel", "NL": "Pays-Bas;Países Bajos;Niederlande;Países Baixos;Paesi Bassi",
    "NO": "Norvège;Noruega;Norwegen;Norge;Noreg;Norvegia;Noorwegen", "NP": "Népal;Nepaul",
    "NZ": "Nouvelle-Zélande;Nueva Zelandia;Nueva Zelanda;Neuseeland;Nova Zelândia;Nuova Zelanda;Nieuw-Zeeland", "OM": "Omán", "PA": "Panamá",
    "PE": "Pérou;Perú", "PF": "Polinesia Francesa;Polinesia Francese;Französisch-Polynesien;Frans-Polynesië",
    "PG": "Papouasie-Nouvelle-Guinée;Papua Nueva Guinea;Papua-Neuguinea;Papua-Nova Guiné;Papua Nuova Guinea;Papoea-Nieuw-Guinea",
    "PH": "Philippinen;Filippine;Filipijnen", "PK": "Pakistán;Paquistão", "PL": "Pologne;Polonia;Polen;Polska",
    "PM": "Saint-Pierre-et-Miquelon;San Pedro y Miquelón;São Pedro e Miquelão;Saint-Pierre e Miquelon;St. Pierre und Miquelon;Saint-Pierre en Miquelon",
    "PN": "Îles Pitcairn;Islas Pitcairn;Ilhas Pitcairn;Isole Pitcairn;Pitcairninseln;Pitcairneilanden", "PR": "Porto Rico;Portorico",
    "PS": "Territoire palestinien occupé;Palestina;État de Palestine;Estado de Palestina;Territoires palestiniens;Territorios Palestinos;Territori Palestinesi;Palästinensische Autonomiegebiete;Palestijnse gebieden;Territórios palestinianos",
    "PT": "Portogallo", "PW": "Palaos", "PY": "Paraguái", "QA": "Catar", "RE": "La Réunion;Île de la Réunion;Reunión;Reunião;Riunione",
    "RO": "Roumanie;Rumania;Rumänien;Rumaenien;Romênia;Roemenië", "RS": "Serbie;Serbien;Srbija;Servië",
    "RU": "Russie;Fédération de Russie;Federación de Rusia;Rusia;Russland;Rossiya",
    "SA": "Arabie saoudite;Arabia Saudita;Arabia Saudí;Saudi-Arabien;Saoedi-Arabië",
    "SB": "Îles Salomon;Islas Salomón;Salomonen;Ilhas Salomão;Isole Salomone;Salomonseilanden", "SC": "Seicheles;Seychellen",
    "SD": "Soudan;Sudán;Sudão;Soedan", "SE": "Suède;Suecia;Schweden;Sverige;Svezia;Zweden", "SG": "Singapour;Singapur;Singapura",
    "SH": "Sainte-Hélène;Sint-Helena", "SI": "Slovénie;Eslovenia;Slowenien;Slovenija",
    "SJ": "Svalbard et Jan Mayen;Svalbard et Île Jan Mayen;Svalbard y Jan Mayen;Svalbard e Jan Mayen;Spitzbergen und Jan Mayen;Spitsbergen en Jan Mayen",
    "SK": "Slovaquie;République slovaque;Eslovaquia;Slowakei;Slowakische Republik;Slovensko;Slovacchia;Slowakije", "SL": "Sierra Leona;Serra Leoa",
    "SM": "Saint-Marin;São Marinho", "SN": "Sénégal", "SO": "Somalie",
    "SS": "Soudan du Sud;Sudán del Sur;Südsudan;Sudão do Sul;Sud Sudan;Zuid-Soedan;Sudan del Sud",
    "ST": "Sao Tomé-et-Principe;Santo Tomé y Príncipe;São Tomé und Príncipe;Sao Tomé en Principe",
    "SU": "URSS;Union soviétique;Unión Soviética;Sowjetunion", "SX": "Saint-Martin (partie néerlandaise)",
    "SY": "Syrie;République arabe syrienne;Siria;República Árabe Siria;Syrien", "SZ": "Esuatini;Essuatíni",
    "TC": "Îles Turques-et-Caïques;Islas Turcas y Caicos;Ilhas Turcas e Caicos;Isole Turks e Caicos;Turks- und Caicosinseln;Turks- en Caicoseilanden;Turks-et-Caïcos;Îles Turks-et-Caïcos;Islas Turks y Caicos;Ilhas Turks e Caicos",
    "TD": "Tschad;Chade;Ciad;Tsjaad",
    "TF": "Terres australes françaises;Terres australes et antarctiques françaises;Territorios Australes Franceses;Territórios Franceses do Sul;Terre Australi Francesi;Französische Süd- und Antarktisgebiete;Franse Gebieden in de zuidelijke Indische Oceaan;Territórios Austrais Franceses",
    "TH": "Thaïlande;Tailandia;Thailandia", "TJ": "Tadjikistan;Tayikistán;Tadschikistan;Tadjiquistão;Tagikistan;Tadzjikistan;Tajiquistão",
    "TK": "Toquelau", "TL": "Timor oriental;Timor Est;Oost-Timor", "TM": "Turkménistan;Turkmenistán;Turcomenistão;Turquemenistão",
    "TN": "Tunisie;Túnez;Tunesien;Tunesië", "TR": "Turquie;Turquía;Türkei;Tuerkei;Turchia;Turkije",
    "TT": "Trinité-et-Tobago;Trinidad y Tabago;Trinidad y Tobago;Trinité et Tobago;Trinidad e Tobago;Trinidad und Tobago;Trinidad en Tobago;Trindade e Tobago",
    "TW": "Taïwan;Taiwán", "TZ": "Tanzanie;République-Unie de Tanzanie;Tanzanía;Tansania", "UA": "Ucrania;Ukrayina;Ukrania;Ucraina;Oekraïne",
    "UG": "Ouganda;Oeganda",
    "UM": "Îles mineures éloignées des États-Unis;Islas menores alejadas de EE. UU.;Ilhas Menores Distantes dos EUA;Isole Minori Esterne degli Stati Uniti;Amerikanische Überseeinseln;Kleine afgelegen eilanden van de Verenigde Staten;Ilhas Menores Afastadas dos EUA;Islas Ultramarinas Menores de Estados Unidos;Islas Ultramarinas Menores de los Estados Unidos;Ilhas Menores Distantes dos Estados Unidos",
    "US": "États-Unis;Etats-Unis d'Amérique;Estados Unidos;Estados Unidos de América;Vereinigte Staaten;EE.UU.;Stati Uniti;Verenigde Staten",
    "UY": "Uruguai", "UZ": "Ouzbékistan;Uzbekistán;Usbekistan;Uzbequistão;Oezbekistan;Usbequistão",
    "VA": "Saint-Siège;Santa Sede;État de la Cité du Vatican;Ciudad del Vaticano;Cidade do Vaticano;Città del Vaticano;Vatikanstadt;Vaticaanstad",
    "VC": "Saint-Vincent-et-les-Grenadines;San Vicente y las Granadinas;Saint-Vincent et les Grenadines;São Vicente e Granadinas;Saint Vincent e Grenadine;St. Vincent und die Grenadinen;Saint Vincent en de Grenadines",
    "VE": "République bolivarienne du Venezuela;República Bolivariana de Venezuela",
    "VG": "Îles Vierges britanniques;Islas Vírgenes Británicas;UK Virgin Islands;Ilhas Virgens Britânicas;Isole Vergini Britanniche;Britische Jungferninseln;Britse Maagdeneilanden",
    "VI": "Îles Vierges américaines;Islas Vírgenes de los Estados Unidos;Islas Vírgenes Americanas;Îles Vierges des États-Unis;Islas Vírgenes de EE. UU.;Ilhas Virgens Americanas;Isole Vergini Americane;Amerikanische Jungferninseln;Amerikaanse Maagdeneilanden;Ilhas Virgens dos EUA;Ilhas Virgens dos Estados Unidos",
    "VN": "Vietnã", "WF": "Wallis-et-Futuna;Wallis y Futuna;Wallis e Futuna;Wallis und Futuna;Wallis en Futuna", "YE": "Yémen;Jemen;Iêmen",
    "YT": "Mahoré;Maiote", "YU": "Yougoslavie;Jugoslawien;Jugoslavia;Jugoslavija",
    "ZA": "Afrique du Sud;Sudáfrica;Südafrika;Suid-Afrika;África do Sul;Zuid-Afrika", "ZM": "Zambie;Sambia", "ZW": "Simbabwe;Zimbabue",
}
# Lengths at which databases cut names off.
CUTS = [15, 16, *range(18, 33), 35, 40]


def fold(text):
    """The key that src/fold makes of an alias, as far as country names go."""
    text = text.casefold().replace("&", "and")
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    for a, b in (("ø", "o"), ("æ", "ae"), ("ł", "l"), ("’", "'"), ("ʻ", "'")):
        text = text.replace(a, b)
    text = re.sub(r"[-\s]+", " ", text)
    # Initials: `U. S.` and `U.S` are `us`, `N.Arab` is `n arab`.
    text = re.sub(r"(?<![a-z'])((?:[a-z]\.\s?)+)([a-z])(?![a-z])\.?", lambda m: re.sub(r"[.\s]", "", m[0]), text)
    text = re.sub(r"(?<![a-z'])([a-z])\.\s?(?=[a-z]{2})", r"\1 ", text)
    text = re.sub(r"(?<=[a-z]) (?=\d)", "", text)
    return text.strip()


def undotted(text):
    """The form without dots of abbreviations, which the builder adds by itself."""
    return re.sub(r"\b(\w\w+)\.(?=\s|$)", r"\1", text)


def expand(template):
    """All strings of a template."""
    parts = [part.split("|") if i % 2 else [part] for i, part in enumerate(re.split(r"[{}]", template))]
    return ("".join(choice) for choice in itertools.product(*parts))


def well_formed(text):
    """Brackets pair up, and no separator stands doubled or at an end."""
    pairs = text.count("(") == text.count(")") and text.count("[") == text.count("]")
    return pairs and not re.search(r"\s\s|\s,|,,|[-/,(]$|^\W|\(\)|\.-\s|-$|- |\(\[|\[\(", text.replace(" - ", " ")) and (text.find("(") < 0 or text.find("(") < text.find(")"))


def heads(head):
    """A formal head in full, abbreviated, with its last word or the words before it abbreviated, and as initials."""
    words = head.split(" ")
    short = [WORDS.get(word, [])[0] if WORDS.get(word) else word for word in words]
    yield head
    yield " ".join(short)
    if len(words) > 1:
        yield " ".join(words[:-1] + short[-1:])
        yield " ".join(short[:-1] + words[-1:])
        yield "".join(word[0] + "." for word in words if word[0].isupper())
    if len(words) > 2:
        yield " ".join(words[:1] + short[1:])


def inverted(short, head, article):
    """`Iran, Islamic Republic of` and the like."""
    several = " " in head or head.count(".") > 1
    for of in ["of", "of the"] if article else ["of"]:
        yield f"{head} {of} {short}"
        yield f"{short}, {head} {of}"
        yield f"{short} ({head} {of})"
        if several and "." not in head:
            yield f"{short}, the {head} {of}"
            yield f"{short} (the {head} {of})"
        if several or short in ("Korea", "Congo", "Moldova", "Macedonia"):
            yield f"{short} {head} {of}"
            yield f"{short},{head} {of}"
    if several:
        yield f"{short}, {head}"
        yield f"{short} ({head})"
        yield f"{short} {head}"


def read(name):
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"))) for line in lines[1:]]


def forms():
    """Country code and form, in the order of rules."""
    countries = {row["id"].split(":")[1]: row for row in read("countries.tsv")}
    formal = {code: [] for code in countries}
    pattern = re.compile(r"(?:the )?((?:[\w'’-]+ )*?[\w'’-]+) of (the )?(.+)")
    named = [(row["id"].split(":")[1], row["alias"]) for row in read("country_aliases.tsv") if row["kind"] in ("official", "historical", "alternative")]
    for code, name in [(code, row["official_name"]) for code, row in countries.items()] + named:
        match = pattern.fullmatch(name)
        if code not in FORMAL and match and all(word in WORDS for word in match[1].split(" ")) and match[3] == countries[code]["name"]:
            formal[code].append((match[1], bool(match[2])))
    for code, row in countries.items():
        shorts, names, article = FORMAL.get(code, (SHORT.get(code, [row["name"]]), [], code in ARTICLE or row["article"] == "the"))
        names = dict.fromkeys(names + [head for head, _ in formal[code]] + (HEADS.get(code, []) if code not in FORMAL else []))
        article = article or any(the for _, the in formal[code])
        for short in shorts:
            for head in names:
                # What a country was called once stands in lists in full, what it is called today abbreviated in any way.
                now = head in FORMAL[code][1][:2] if code in FORMAL else head in ("Republic", "Democratic Republic", "Arab Republic", "Islamic Republic") or row["official_name"].startswith(head + " of ")
                abbreviated = list(dict.fromkeys(heads(head))) if now and ("Rep" in head or "State" in head) else [head]
                if not now and head.endswith(" Republic"):
                    abbreviated.append(head.replace("Republic", "Rep."))
                for i, form in enumerate(abbreviated):
                    patterns = list(inverted(short, form, article))
                    if form.count(".") == len(form.replace(".", "")):
                        patterns = [f"{short}, {form}", f"{short} ({form})", f"{short} {form}", f"{form} of {short}"]
                    elif i > 1 or not now:
                        patterns = patterns[: 3 if now else 2] + [text for text in patterns if now and text in (f"{short}, {form}", f"{short} ({form})")]
                    yield from ((code, text) for text in patterns)
    for code, names in TRAILING.items():
        for name in names:
            choices = [[word] + TRAILING_WORDS.get(word, []) for word in name.split(" ")]
            for choice in itertools.product(*choices):
                yield code, " ".join(choice)
            yield code, f"{name} (the)"
    for code, templates in TEMPLATES.items():
        for template in templates:
            for text in expand(template):
                yield code, text
    for code, names in BOTH.items():
        for a, b in itertools.permutations(names, 2):
            first = {a, b} <= set(names[:2])
            once = (f"{a} (formerly {b})", f"{a} (former {b})", f"{a} (ex-{b})") if a == names[0] or first and code in ("DD", "DE") else ()
            for text in (f"{a} ({b})", f"{a}/{b}")[: 2 if first else 1] + once:
                if text.count(",") < 2 and "(" not in a + b:
                    yield code, text
    for codes, sovereigns in SOVEREIGN:
        for code in codes.split():
            islands = ["Bonaire, Saint Eustatius and Saba", "Bonaire, Sint Eustatius and Saba"] if code == "BQ" else []
            named = dict.fromkeys([countries[code]["name"]] + islands + BOTH.get(code, []) + [text for text in (countries[code]["official_name"],) if text])
            # `Saint Helena (UK)`, but not `British Virgin Islands (British)`.
            for name, sovereign in itertools.product(named, sovereigns):
                if not (sovereign in ("British", "French") and sovereign in name):
                    yield code, f"{name} ({sovereign})"
                    if name != countries[code]["name"] or " " in sovereign.removeprefix("the ").replace("United ", ""):
                        continue
                    yield code, f"{name} [{sovereign}]"
                    for short in ("Is.", "Isl.", "Isds") if name.endswith(" Islands") else ():
                        yield code, f"{name.removesuffix('Islands')}{short} ({sovereign})"
    for code in ("AW", "CW", "SX"):
        yield code, f"Kingdom of the Netherlands - {countries[code]['name']}"
        yield code, f"Netherlands - {countries[code]['name']}"
    for codes, unions in (
        ("AM AZ BY EE GE KZ KG LV LT MD RU TJ TM UA UZ", "Soviet Union;USSR"), ("BA HR MK ME RS SI XK", "Yugoslavia;SFRY;SFR Yugoslavia"),
        ("ME RS XK", "FRY;FR Yugoslavia;Serbia and Montenegro"), ("CZ SK", "Czechoslovakia;CSFR;CSSR"), ("ER", "Ethiopia"),
    ):
        for code, union, how in itertools.product(codes.split(), unions.split(";"), ("", "former ", "ex-")):
            for name in [countries[code]["name"]] + {"BA": ["Bosnia"], "CZ": ["Czech Republic"]}.get(code, []):
                yield code, f"{name} ({how}{union})"
    for code, whole in (("x-somaliland", "Somalia"), ("x-abkhazia", "Georgia"), ("x-south-ossetia", "Georgia"), ("x-nagorno-karabakh", "Azerbaijan"), ("x-transnistria", "Moldova"), ("x-northern-cyprus", "Cyprus")):
        yield code, f"{countries[code]['name']} ({whole})"
    for text in ("China - Taiwan Province", "Taiwan Region", "Taiwan District", "Taiwan region"):
        yield "TW", text
    for code in ("HK", "MO"):
        for name in ("Hong Kong",) if code == "HK" else ("Macao", "Macau"):
            yield code, f"China - {name} (Special Administrative Region)"
            yield code, f"{name} Special Administrative Region of the People's Republic of China"
    # The West Indies.
    for code in "AG AI BB DM GD JM KN LC MS TT VC".split():
        for name in [countries[code]["name"]] + ([countries[code]["name"].replace("Saint", "St.")] if "Saint" in countries[code]["name"] else []):
            yield code, f"{name}, W.I."
            yield code, f"{name}, West Indies"
    for code in ARTICLE:
        name = countries[code]["name"]
        yield code, f"{name} (the)"
        yield code, f"{name}, The"
    for code, names in FORMER.items():
        for name in names:
            for text in (f"{name} (former)", f"{name}, Former", f"Former {name}", f"Fmr. {name}", f"Fmr {name}"):
                yield code, text
    for code, (whole, parts) in EXTENT.items():
        for part in parts:
            for word in ("including", "excluding", "incl.", "excl.", "except"):
                yield code, f"{whole} ({word} {part})"
                if word != "including" and code in ("CN", "DE", "RS"):
                    yield code, f"{whole}, {word} {part}"
                if word != "including":
                    yield code, f"{whole} {word} {part}"
    # Abbreviations without a space behind their dot: `St.Lucia`.
    # Cut-off names.
    cut = [(code, name) for code, row in countries.items() if row["status"] in ("member", "observer", "partial", "historical", "territory") for name in [row["name"]]]
    cut += [("BA", "Bosnia-Herzegovina"), ("BA", "Bosnia & Herzegovina"), ("TT", "Trinidad & Tobago"), ("AG", "Antigua & Barbuda"), ("KN", "St. Kitts and Nevis"), ("KN", "St. Kitts & Nevis"),
            ("VC", "St. Vincent and the Grenadines"), ("VC", "St. Vincent & the Grenadines"), ("ST", "Sao Tome & Principe"), ("ST", "Sao Tome and Principe"), ("RU", "Russian Federation"),
            ("SY", "Syrian Arab Republic"), ("LY", "Libyan Arab Jamahiriya"), ("LA", "Lao People's Democratic Republic"), ("SK", "Slovak Republic"), ("CZ", "Czech Republic"),
            ("KG", "Kyrgyz Republic"), ("CS", "Serbia & Montenegro"), ("IR", "Iran, Islamic Republic of"), ("IR", "Iran (Islamic Republic of)"), ("TZ", "Tanzania, United Republic of"),
            ("TZ", "United Republic of Tanzania"), ("VE", "Venezuela, Bolivarian Republic of"), ("BO", "Bolivia, Plurinational State of"), ("MK", "Macedonia, the former Yugoslav Republic of"),
            ("FM", "Micronesia, Federated States of"), ("KP", "Korea, Democratic People's Republic of"), ("KR", "Korea, Republic of"), ("CD", "Congo, Democratic Republic of the"), ("CD", "Congo, the Democratic Republic of the"),
            ("CG", "Congo, Republic of the"), ("MD", "Moldova, Republic of"), ("PS", "Palestinian Territory, Occupied"), ("PS", "Occupied Palestinian Territory"), ("VG", "Virgin Islands, British"), ("VI", "Virgin Islands, U.S."),
            ("FK", "Falkland Islands (Malvinas)"), ("VA", "Holy See (Vatican City State)"), ("PM", "St. Pierre and Miquelon"), ("US", "United States of America")]
    # The name stands behind the cut, but nothing else begins so.
    cut += [("MK", "The former Yugoslav Republic of Macedonia"), ("MK", "Former Yugoslav Republic of Macedonia"), ("KP", "Democratic People's Republic of Korea"),
            ("GB", "United Kingdom of Great Britain and Northern Ireland")]
    for code, name in cut:
        words = name.split(" ")
        for length in CUTS + [len(name) - 1]:
            text = name[:length].rstrip()
            last = text.split(" ")[-1]
            whole = words[len(text.split(" ")) - 1]
            # At least one name of the country stands whole before the cut, which leaves two letters and more.
            if " " in text and len(text) >= 8 and (len(last) > 1 or "(" in text) and last != whole and len(text) < len(name) and not text.endswith((".", ",", "'", "-", " Is")) and "'" not in last:
                yield "cut", (code, text, name)


# How running text can go on behind a comma, and lists do: nothing else in small letters may stand there.
SMALL_TAIL = re.compile(r"the .*(Rep|Sta|King|Emp|Duchy|Union)|(excl|incl|except|until|under UN|in accordance|fmr. Y|former Y|mainland|nes$|not |other )|ex\. ")
SPLIT = ("Vietnam", "Viet Nam", "Sudan", "Yemen", "Cyprus")
DIRECTIONS = {"North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western"}


def safe(text, code, taken):
    """Whether what stands behind the last comma cannot be the next name of an enumeration, or the next clause."""
    if ", " not in text:
        return "," not in text or "(" in text or text.count(",") == 1
    tail = text.rsplit(", ", 1)[1]
    if tail in DIRECTIONS:
        return True
    if tail == "The":
        return True
    if tail[0].islower():
        return bool(SMALL_TAIL.match(tail))
    head, other = taken.get(fold(text.rsplit(", ", 1)[0]), ""), taken.get(fold(tail), "")
    inverted = text in ("Polynesia, French", "Guiana, French", "Guyana, French", "Arabia, Saudi", "Guinea, Conakry")
    if inverted or text.startswith(("Virgin Is", "Hong Kong", "Macao", "Macau")) or "SAR" in tail or "Prov" in tail or not other:
        return True
    return other == f"country:{code}" and head in ("", other)


def joins_two(text, code, names):
    """Whether it is two names side by side, one of them of somebody else: `China-Taiwan relations`, `Belgium and Luxembourg`."""
    if "SAR" in text or "Special" in text or re.search(r"excl|incl|except|P\.R\.", text) or code in ("PS", "KN", "GB"):
        return False
    own, key = f"country:{code}", fold(text)
    for gap in re.finditer(r" and | |/|: ", key):
        first, second = names.get(key[: gap.start()]), names.get(key[gap.end() :])
        if first and second and not (own in first and own in second):
            return True
    return False


def guard(text):
    """The phrases that must not follow: a name that goes on in capitals is another one (`Sudan, South Africa`)."""
    tail = text.rsplit(", ", 1)[1] if ", " in text else ""
    if text.startswith(("Former ", "Fmr. ", "Ex ")):
        return "president;leader;premier;prime;foreign;minister;international;captain;coach;star;champion;defender;striker;player;*Capital"
    if re.search(r", (?:\w+\.? )*Rep(\.|ublic)?$", text) or tail in DIRECTIONS or tail in ("American", "British", "French", "US", "UK", "U.S.", "China", "Saudi"):
        return "*Capital;and;or" if tail == "China" else "*Capital"
    return ""


def rows():
    taken, own, names = {}, {}, {}
    for table in sorted(DATA.glob("*_aliases.tsv")) + [DATA / f"{kind}.tsv" for kind in ("countries", "places", "regions", "organizations", "formats")]:
        if table == TABLE or table.name in ("official_aliases.tsv", "office_aliases.tsv"):
            continue
        for row in read(table.name):
            for text in (row.get("alias") or row["name"],):
                for key in {fold(text), fold(undotted(text))}:
                    # What only counts with support does not stand in the way of a country's name, but for the country's own.
                    taken.setdefault(key, row["id"])
                    if row.get("kind") != "demonym":
                        names.setdefault(key, set()).add(row["id"])
    taken.update({fold(row["decoy"]): "decoy" for row in read("decoys.tsv")})
    cuts = []
    for code, text in forms():
        if code == "cut":
            cuts.append(text)
            continue
        if not well_formed(text) or not safe(text, code, taken) or joins_two(text, code, names):
            continue
        # The last word often lacks the dot that others have: `Br. Virgin Isds`.
        for text in [text, text[:-1]] if text.endswith(".") and ("." in text[:-1] or text[-3:-2] == " ") else [text]:
            # `Norfolk I` is no name without its dot.
            if not text.endswith(" I"):
                own.setdefault(fold(text), []).append((code, text))
    # A cut name must not be the beginning of another country's name.
    known = {key: id.split(":")[1] for key, id in taken.items() if id.startswith("country:")} | {key: found[0][0] for key, found in own.items()}
    for code, text, name in cuts:
        key = fold(text)
        if all(other == code for full, other in known.items() if full.startswith(key)):
            own.setdefault(key, []).append((code, text))
    # The builder makes these of the forms with dots.
    dotted = {fold(undotted(text)): code for found in own.values() for code, text in found if text != undotted(text)}
    for key, found in own.items():
        codes = {code for code, _ in found}
        if key in taken or len(codes) > 1 or len(key) < 3:
            continue
        # Small letters admit capitals, but not the other way round.
        code, text = min(found, key=lambda form: sum(c.isupper() for c in form[1]))
        if dotted.get(key) == code:
            continue
        # `Vietnam, South Korea` and `Sudan, South Sudan` stand in more texts than `Vietnam, South`.
        policy = "context\t*Entry" if text.endswith(" I.") or text.startswith(SPLIT) and text.endswith(tuple(", " + word for word in DIRECTIONS)) else "\t"
        # A small `the` behind a comma begins a clause.
        case = "exact" if text.endswith(", The") or text[0].islower() and " " not in text else ""
        yield f"country:{code}\t{text}\talternative\t{case}\t{policy}\t\t{guard(text)}\t\t\t\tgeneral"
    yield from undotted_islands(own)
    yield from small()
    yield from foreign(set(taken) | set(own))
    yield from misread(own)
    yield from parted()
    yield from hashtags(set(taken), {key: {f"country:{code}" for code, _ in found} for key, found in own.items()})


def undotted_islands(own):
    """`British Virgin Is`, where it is an entry of a list: elsewhere `Is` is a verb."""
    named = [(row["id"], row["alias"]) for row in read("country_aliases.tsv")]
    named += [(f"country:{code}", text) for found in own.values() for code, text in found]
    seen = set(own)
    for id, text in named:
        key = fold(text[:-1])
        if text.endswith(" Is.") and "." not in text[:-1] and key not in seen:
            seen.add(key)
            yield f"{id}\t{text[:-1]}\talternative\texact\tcontext\t*Entry\t\t\t\t\t\tgeneral"


def misread(own):
    """What is left of names whose bytes were read by another table, lost, escaped for a page or a query, or cut into words: `RÃ©union`, `R?union`."""
    written = [(row["id"], row.get("alias") or row["name"]) for table in ("countries.tsv", "country_aliases.tsv") for row in read(table) if is_name(row)]
    written += [(f"country:{code}", text) for code, text in (("ST", "São Tomé & Príncipe"), ("LA", "Lao People's Dem. Rep."), ("KP", "Korea, Dem. People's Rep."), ("KP", "Dem. People's Rep. of Korea"), ("BL", "St. Barthélemy"))]
    seen = set(own)
    for id, text in written:
        if text.isascii() and "'" not in text and " and " not in text and "&" not in text:
            continue
        for form in (text, text.replace("'", "’")) if "'" in text else (text,):
            for wrong in ruined(form):
                key = fold(wrong)
                if key not in seen and key != fold(text) and wrong[0].isalpha():
                    seen.add(key)
                    yield f"{id}\t{wrong}\tmisspelling\tcapitalized\t\t\t\t\t\t\t\tgeneral"


def is_name(row):
    """Whether a row holds a name in full that counts wherever it stands."""
    return row.get("kind", "name") in ("name", "official", "alternative") and not row.get("policy") and any(c.islower() for c in row.get("alias") or row["name"])


def ruined(text):
    """One text as the usual mishaps leave it."""
    if not text.isascii():
        yield text.encode("utf-8").decode("cp1252", errors="replace")
        yield text.encode("utf-8").decode("latin-1")
        yield text.encode("utf-8").decode("mac-roman")
        for sign in "?", "\N{REPLACEMENT CHARACTER}":
            yield "".join(c if c.isascii() else sign for c in text)
    for sign in "''", "?":
        yield text.replace("'", sign)
    # Cut into words: `People 's Republic of China`.
    yield text.replace("'s ", " 's ")


def parted():
    """`China - Hong Kong`, where it is an entry of a list: elsewhere a hyphen joins two."""
    for id, whole, name in (("HK", "China", "Hong Kong"), ("MO", "China", "Macao"), ("MO", "China", "Macau"), ("TW", "China", "Taiwan")):
        yield f"country:{id}\t{whole} - {name}\talternative\t\tcontext\t*Entry\t\t\t\t\t\tgeneral"


def small():
    """Names in small letters, which count as entries of a list of countries: `south africa`."""
    seen = set()
    for table in ("countries.tsv", "country_aliases.tsv"):
        for row in read(table):
            text, kind = row.get("alias") or row["name"], row.get("kind", "name")
            listed = row.get("policy", "") == "" or "*List" in row.get("cues", "")
            plain = kind in ("name", "official", "alternative", "historical") and any(c.islower() for c in text) and row.get("case") != "exact"
            plain |= text in ("USA", "UK", "UAE", "DRC")
            if listed and plain and row.get("case", "") in ("", "exact") and (row["id"], fold(text)) not in seen:
                seen.add((row["id"], fold(text)))
                yield f"{row['id']}\t{text.lower()}\talternative\tany\tcontext\t*List\t\t\t\t\t\tgeneral"


def foreign(known):
    """Names in other languages, which count as entries of a list of countries, in any case: `Allemagne`, `ALLEMAGNE`."""
    seen = set()
    for code, names in FOREIGN.items():
        for text in names.split(";"):
            key = fold(text)
            if key not in known and key not in seen:
                seen.add(key)
                yield f"country:{code}\t{text}\talternative\t\tcontext\t*List\t\t\t\t\t\tgeneral"


def hashtags(known, forms):
    """Names of several words as a hashtag joins them: `SouthKorea`."""
    tables = ["countries.tsv", "country_aliases.tsv", "regions.tsv", "region_aliases.tsv", "places.tsv", "organizations.tsv"]
    found = {}
    for row in (row for table in tables for row in read(table)):
        text = row.get("alias") or row["name"]
        words = re.split(r"[ -]", text)
        plain = 1 < len(words) < 5 and all(word.isalpha() and (word[0].isupper() or word in ("and", "of", "the")) for word in words)
        if plain and not row.get("policy") and not row.get("not_after") and row.get("kind", "name") in ("name", "alternative", "demonym"):
            joined = "".join(word[0].upper() + word[1:] for word in words)
            kind = "demonym" if row.get("kind") == "demonym" else "alternative"
            found.setdefault(fold(joined), []).append((row["id"], joined, kind))
    for key, names in found.items():
        id, joined, kind = names[0]
        if len({id for id, *_ in names}) == 1 and key not in known and forms.get(key, {id}) == {id}:
            yield f"{id}\t{joined}\t{kind}\texact\t\t\t\t\t\t\t\tgeneral"


def main():
    table = HEADER + "\n" + "".join(line + "\n" for line in sorted(set(rows()), key=lambda line: line.encode()))
    if "--check" in sys.argv[1:]:
        current = TABLE.exists() and TABLE.read_text(encoding="utf-8") == table
        print(f"data/{TABLE.name} is {'current' if current else 'stale: run python3 data/tools/country_forms.py'}")
        return 0 if current else 1
    TABLE.write_text(table, encoding="utf-8")
    print(f"data/{TABLE.name}: {table.count(chr(10)) - 1} rows")
    return 0


if __name__ == "__main__":
    sys.exit(main())
