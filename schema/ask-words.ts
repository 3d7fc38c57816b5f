import { createRequire } from 'node:module';
import type { NameWords } from '../src/ask/names.js';
import type { EntityNode } from '../src/model/graph.js';

const require = createRequire(import.meta.url);

interface Nationalities {
  readonly nationalities: Readonly<Record<string, string>>;
}

const english = (require('i18n-nationality/langs/en.json') as Nationalities).nationalities;
const french = (require('i18n-nationality/langs/fr.json') as Nationalities).nationalities;

/** What people of a country are called, by its code of ISO 3166-1: French, Frenchs; français, française. */
function adjectives({ columns, label }: EntityNode): readonly string[] {
  const code = String(columns['iso2'] ?? '');
  const [one, other] = [english[code], french[code]];
  const ends = (word: string, endings: readonly string[]) => endings.map((ending) => `${word}${ending}`);
  const feminine = other?.endsWith('en') === true ? ['', 's', 'ne', 'nes'] : ['', 's', 'e', 'es'];
  return [...(one ? ends(one, ['', 's']) : []), ...(other ? ends(other, feminine) : []), ...(OTHERS[label] ?? [])];
}

const OTHERS: Readonly<Record<string, readonly string[]>> = {
  France: ['Franco', 'Frenchman', 'Frenchmen'],
  'South Korea': ['Korean', 'Koreans', 'coréen', 'coréens', 'coréenne', 'coréennes', 'sud-coréen', 'sud-coréens', 'sud-coréenne', 'sud-coréennes'],
  'North Korea': ['Korean', 'Koreans', 'coréen', 'coréens', 'coréenne', 'coréennes', 'nord-coréen', 'nord-coréens', 'nord-coréenne', 'nord-coréennes'],
  China: ['Sino'],
  Paris: ['Parisian', 'parisien', 'parisienne', 'parisiens', 'parisiennes'],
  'European Union': ['European', 'EU', 'européen', 'européenne'],
};

/** What names of this vocabulary mean beyond what sources call things. */
export const nameWords: NameWords = {
  adjectives,
  homonyms: {
    Korea: ['South Korea', 'North Korea'],
    Korean: ['South Korea', 'North Korea'],
    Koreans: ['South Korea', 'North Korea'],
    ...Object.fromEntries(['Corée', 'coréen', 'coréens', 'coréenne', 'coréennes'].map((own) => [own, ['South Korea', 'North Korea']])),
    한국: ['South Korea'],
  },
  nicknames: {
    'Emmanuel Macron': ['마크롱', '에마뉘엘 마크롱'],
    'Vladimir Putin': ['Poutine', 'Vladimir Poutine', '푸틴', '블라디미르 푸틴'],
    'Xi Jinping': ['시진핑'],
    'Volodymyr Zelensky': ['젤렌스키', '볼로디미르 젤렌스키', 'Zelenskyy', 'Volodymyr Zelenskyy'],
    'To Lam': ['또 럼'],
    Paris: ['파리'],
    Tours: ['투르'],
    ...Object.fromEntries(
      [13, 15, 17, 18].map((at) => [
        `Paris ${String(at)}th district`,
        [
          `${String(at)}th arrondissement of Paris`,
          `${String(at)}th district of Paris`,
          `${String(at)}e arrondissement de Paris`,
          `${String(at)}e arrondissement`,
          `파리 ${String(at)}구`,
        ],
      ]),
    ),
    Nantes: ['낭트'],
    Nice: ['니스'],
    Limoges: ['리모주'],
    Angoulême: ['앙굴렘'],
    Cannes: ['칸'],
    Versailles: ['베르사유'],
    'United States': ['US', 'USA', 'America', 'the States', 'American'],
    'South Korea': ['ROK', 'S Korea', 'Republic of Korea'],
    'North Korea': ['DPRK', 'N Korea'],
    'European Union': ['EU', 'UE', 'Union européenne', '유럽연합'],
    'Group of Seven': ['G7'],
    'Group of 20': ['G20'],
    ASEAN: ['아세안'],
    Vietnam: ['Viet Nam'],
    'South Africa': ['남아프리카공화국', '남아공'],
    Johannesburg: ['요하네스버그'],
    Hanoi: ['하노이'],
    'Lee Jae Myung': ['이재명'],
    'Kim Jong-un': ['김정은'],
    'Catherine Dumas': ['카트린 뒤마', '캐서린 뒤마'],
    'Philippe Bertoux': ['필리프 베르투', '필립 베르투'],
    'Choi Jai-Chul': ['최재철'],
    'Geoffroy Boulard': ['조프루아 불라르'],
    'Kim Hyoung-jin': ['김형진'],
    'Hong Joon-ho': ['홍준호'],
    'Bruno Le Maire': ['브뤼노 르메르'],
    'Jules Jean-Louis': ['쥘 장루이'],
    'Cités Unies France': ['시테 위니 프랑스', '시티 위니 프랑스', 'CUF'],
    GAROK: ['대한민국시도지사협의회', '시도지사협의회', 'Association des gouverneurs de Corée'],
    'France-Korea friendship group': [
      "groupe d'amitié France-Corée",
      "groupe d'amitié",
      '한국 프랑스 친선 그룹',
      '한국 프랑스 친선그룹',
      '프랑스 상원 한국 프랑스 친선그룹',
      '한불 친선그룹',
      '프랑스 상원 한불 친선그룹',
      '친선그룹',
      '한불 의원 친선 협회',
    ],
    'French Ministry of Europe and Foreign Affairs': ["ministère de l'Europe et des Affaires étrangères", 'Quai d’Orsay', '프랑스 외교부'],
    'French Development Agency': ['Agence française de développement', 'AFD'],
    'Communist Party of Vietnam': ['Parti communiste du Vietnam', '베트남 공산당'],
    'Caen Memorial': ['Mémorial de Caen', '캉 기념관'],
    'Minister of Economy and Finance of France': [
      "ministre de l'Économie",
      'ministre des Finances',
      "ministre de l'Économie et des Finances",
      '경제부 장관',
      '재무장관',
      '경제장관',
    ],
    Renault: ['르노'],
    'L’Oreal': ['로레알', "L'Oréal", "L'Oreal"],
    'French Senate': ['프랑스 상원', 'Sénat', 'Sénat français'],
    'United Nations': ['유엔', 'ONU', 'UN'],
    'French Embassy in Korea': ['주한 프랑스 대사관', 'ambassade de France en Corée'],
    'Korean Embassy in France': ['주프랑스 한국 대사관', 'ambassade de Corée en France'],
    'Sanary-sur-Mer': ['사나리쉬르메르', '상나리쉬르메르', '사나리'],
    'Issy-les-Moulineaux': ['이시레물리노', '이시'],
    'Enghien-les-Bains': ['앙기앵레뱅', '앙갱레뱅'],
    'Saint-Mandé': ['생망데'],
    'Montpellier Métropole': ['몽펠리에'],
    'Lille Métropole': ['릴'],
    'Grenoble Alpes Métropole': ['그르노블'],
    Caen: ['캉'],
    Alsace: ['알자스'],
    Normandy: ['노르망디', 'Normandie'],
    'Île-de-France': ['일드프랑스'],
    'Auvergne-Rhône-Alpes': ['오베르뉴론알프'],
    'Guro district': ['구로구', '구로'],
    'Seocho district': ['서초구', '서초'],
    'Seodaemun-gu': ['서대문구'],
    'Yangcheon-gu': ['양천구', '양천', 'Yangcheon'],
    'Jung-gu': ['중구'],
    'Korean War': ['한국전쟁', '한국 전쟁', '6·25 전쟁', 'guerre de Corée'],
    'Second World War': ['제2차 세계대전', '2차 세계대전', 'Seconde Guerre mondiale', 'WW2', 'WWII', 'World War 2', 'World War Two', 'World War II'],
    'War in Ukraine': ['guerre en Ukraine', '우크라이나 전쟁'],
  },
  capitals: {
    France: ['Paris', 'the Élysée'],
    'South Korea': ['Seoul', 'Séoul'],
    'North Korea': ['Pyongyang'],
    Russia: ['Moscow', 'Moscou', 'the Kremlin'],
    Ukraine: ['Kyiv', 'Kiev'],
    China: ['Beijing', 'Pékin'],
    Vietnam: ['Hanoi'],
    Japan: ['Tokyo'],
    'United States': ['Washington', 'the White House'],
    Germany: ['Berlin'],
    Canada: ['Ottawa'],
    Australia: ['Canberra'],
    Indonesia: ['Jakarta'],
    Thailand: ['Bangkok'],
    Philippines: ['Manila'],
    'European Union': ['Brussels', 'Bruxelles'],
  },
};
