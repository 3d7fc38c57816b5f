import { verbForms } from './korean-verbs.js';
import type { Pack } from './pack.js';

/** What ends a question or a sentence. */
const ENDINGS =
  '습니까, 습니다, 니까, 니다, 나요, 나, 는가, 는가요, 는지, 는지요, 는데, 어요, 아요, 요, 을까, 을까요, 을지, 까, 까요, 다, 다고, 죠, 지요, 니, 냐, 는지 알려 주세요, 는지 알려줘, 는지 궁금합니다, 는지 궁금해요, 는지 말해 주세요, 는지 아세요, 는지 아십니까, 는지 알고 싶어요, 는지 알고 싶습니다'.split(
    ', ',
  );

/** Asks how many of what is counted so. */
const MANY = ['', '개', '개의', '건', '건의', '명', '명의', '번의', '곳', '곳의', '군데', '나라', '가지', '쌍', '장', '대', '차례의'].map((counter) =>
  `몇 ${counter}`.trim(),
);

/** Countries as they are called in compounds: 주한, 한불. */
const SHORT = {
  한: '한국',
  불: '프랑스',
  프: '프랑스',
  미: '미국',
  중: '중국',
  일: '일본',
  러: '러시아',
  영: '영국',
  독: '독일',
  북: '북한',
  베: '베트남',
  베트남: '베트남',
  프랑스: '프랑스',
};

/** What is written like a compound of two countries and names one. */
const NAMED: ReadonlySet<string> = new Set(['독일', '북한']);

export const korean: Pack = {
  language: 'ko',
  grammar: 'behind',
  goesOn: () => false,
  genitive: '의',
  forms: (word, as) => (as === 'verb' ? verbForms(word) : as === 'noun' ? [word, `${word}들`] : [word, `${word}인`, `${word} 상태`, `${word} 상태인`]),
  functions: {
    which: '어떤, 어느, 무슨, 중 어느, 중 어떤, 중에서 어느, 가운데 어느',
    who: '누구, 누가, 누구누구',
    what: '무엇, 뭐, 무엇들, 어디, 어떤 것, 어떤 것들, 무엇무엇, 어느 쪽, 어느 것, 어느 곳',
    where: '어디, 어디에서, 어디서',
    when: '언제, 언제부터, 몇 년에, 몇 년도에, 몇 년부터, 몇 년, 어느 해에, 어느 해, 몇 월에, 며칠에, 며칠',
    howMany: `얼마나, 얼마나 많은, ${MANY.flatMap((own) => [own, `모두 ${own}`, `총 ${own}`]).join(', ')}`,
    howOften: '몇 번, 몇 차례, 몇 회, 모두 몇 번, 얼마나 자주',
    how: '어떻게, 어떤 방식으로',
    connect: ['연결되다', '이어지다', '연관되다', '연결하다', '이어 주다', '묶다'].flatMap(verbForms).concat('이어져', '잇', '잇는', '이어주는', '이어 주는').join(', '),
    be: '입니까, 입니다, 이다, 인가, 인가요, 인지, 일까, 일까요, 이에요, 예요, 이죠, 죠, 있습니까, 있나요, 있는가, 있는지, 있을까요, 있어요, 것입니까, 것인가, 것인가요, 것인지, 세요, 이세요, 신가요, 이신가요, 십니까, 이십니까, 인지요, 이며, 이고, 야, 이야, 니, 냐, 인가요 알려 주세요, 인지 알려 주세요, 인지 알려줘, 있니, 있는지 알려 주세요',
    was: '되었습니까, 되었나요, 됐습니까, 됐나요, 이었습니까, 였습니까, 이었나요, 였나요, 이었는가, 였는가, 있었습니까, 있었나요, 있었는가, 이었는지, 였는지, 있었는지, 이었어요, 였어요, 셨나요, 이셨나요, 였을까요',
    now: '지금, 오늘, 현재',
    not: ['않', '지 않', '지 못하', '못하', '못', '안', '아니'].flatMap((word) => (/[않하아니]$/.test(word) ? verbForms(`${word}다`) : [word])).join(', '),
    without: ['이 없', '가 없', '도 없', '없'].flatMap((word) => verbForms(`${word}다`)).join(', '),
    have: ['이 있', '가 있', '을 맺', '를 맺', '을 가지', '를 가지', '을 갖', '를 갖', '을 두', '를 두'].flatMap((word) => [...verbForms(`${word}다`), `${word}고 있`, `${word}고 있는`]).join(', '),
    skip: `${ENDINGS.join(', ')}, ${ENDINGS.map((ending) => `고 있${ending}`).join(', ')}, 고 있, 고 있는, 은, 는, 이, 가, 들, 도, 까지, 에, 어, 이미, 었, 았, 에서, 것, 것은, 것이, 바, 적이 있, 적, 각각, 그, 함께, 서로, 실제로, 직접, 총, 모두 합해, 지방, 주로, 님, 님은, 님이, 씨, 혹시, 도대체, 대체, 과연, 알려 주세요, 알려주세요, 알려줘, 말해 주세요, 말해줘, 말씀해 주세요, 가르쳐 주세요, 좀, 아직, 여전히, 공식, 공식적으로, 새로, 한 번이라도, 으로는`,
    thing: '것, 일, 곳, 장소, 때, 해, 연도, 시기, 날, 날짜',
    and: '와, 과, 그리고, 및, 하고',
    both: '모두, 둘 다, 다, 양쪽 모두',
    or: '또는, 이나, 혹은',
    possessive: '의, 님의',
    first: '첫, 첫 번째, 최초의, 최초로, 가장 오래된, 가장 먼저, 먼저, 처음, 처음으로, 맨 처음, 더 오래된, 더 먼저, 더 일찍, 가장 일찍, 더 오래되었, 더 오래됐, 더 오래되, 첫 번째로, 제일 오래된, 제일 먼저',
    last: '마지막, 마지막으로, 최근의, 가장 최근의, 가장 최근에, 최신, 가장 늦은, 가장 늦게, 맨 마지막, 더 최근의, 더 최근, 더 늦게, 더 나중에, 제일 최근의, 제일 최근에, 가장 새로운',
    planned: '계획, 예정, 예정된, 계획된, 예정인',
    list: '목록',
    subject: '은, 는, 이, 가, 께서, 께서는, 님은, 님이, 님께서, 님께서는',
    object: '을, 를',
    several: '여러, 둘 이상의',
    exist: '존재하는, 존재했던, 존재',
    other: '다른, 그 밖의, 또 다른',
    most: '가장 많은, 제일 많은, 최다, 가장 많, 제일 많',
    except: '제외하고, 제외한, 빼고, 외에, 말고',
    disagree: '서로 다르, 엇갈리, 일치하지 않',
    mention: verbForms('언급').join(', '),
    share: '공통점',
    among: '중, 중에서, 가운데',
    mostly: '가장 많이, 제일 많이',
    kindOf: '종류별, 유형별, 종류별로, 유형별로',
    year: '연도별, 연도별로, 해마다, 매년, 연간',
  },
  short: Object.fromEntries(
    Object.entries(SHORT).flatMap(([own, country]): [string, string][] => [
      [`주${own}`, `${country} 주재`],
      ...Object.entries(SHORT).flatMap(([other, second]): [string, string][] => (own === other || NAMED.has(`${own}${other}`) ? [] : [[`${own}${other}`, `${country} ${second}`]])),
    ]),
  ),
  numbers: ['영', '한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉', '열'],
  times: {
    months: [],
    parts: {},
    leads: { in: '에, 의, 에는, 동안, 중에', since: '부터, 이후, 이후에, 이후로, 이래', after: '후, 후에, 보다 최근의, 보다 늦은, 보다 늦게, 보다 나중에, 다음에', before: '이전, 이전에, 전, 전에, 보다 오래된, 보다 먼저, 보다 앞서, 보다 일찍, 보다 더 오래된, 보다 더 먼저, 보다 이전에', until: '까지', asOf: '기준, 현재' },
    between: ['', ''],
    of: '',
  },
  light: '하다, 갖다, 가지다, 나누다, 열다, 진행',
  either: '',
  apart: [],
  agent: '에게',
  having: '',
  ordinal: /^\d+회$/,
  place: '에서',
  occasion: '',
  among: ['중'],
  infinitive: '',
  titles: { 의사: 'doctor', 사진작가: 'photographer', 사진가: 'photographer', 대통령: 'president', 주석: 'president', 대사: 'ambassador', 시장: 'mayor', 구청장: 'mayor', 장관: 'minister', 지도자: 'leader', '상원 의원': 'senator', 서기장: 'general secretary', 회장: 'president', 포럼: 'forum', 축제: 'festival', 페스티벌: 'festival', 박람회: 'fair', 전시회: 'exhibition', 마스크: 'masks', 해외: 'abroad', 포탄: 'shells', 상륙: 'landing', 영화제: 'film festival', '만화 축제': 'comics festival', 장학금: 'scholarship', '장학 프로그램': 'scholarship programme' },
  opensWithVerb: false,
  inverts: false,
  links: '의, 주재, 에서|에서의, 에, 와, 과, 에게|께|한테, 로|으로, 에 대해, 에 대한, 에 관한, 와의, 과의, 에 있는',
}; // prettier-ignore
