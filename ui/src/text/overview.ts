import type { DocumentInfo, PrintNote } from "../backend/contract";

export const overview = {
  due: "近い予定",
  over: "期限切れ",
  calendar: (more: number) => `${more > 0 ? `ほかに ${more}件。` : ""}年間の予定を刷る（A3）`,
  next: "次にすること",
  hour: (done: number, all: number) => `${all} 問に順に答えると、最小の綴じ物が刷れます。いま ${all} 問のうち ${done} 問が済みです。`,
  hourNew: (all: number) =>
    `${all} 問に順に答えると、今夜から使える薄い綴じ物が刷れます。1時間ほどです。分からない問いは「後で」にして進めます。`,
  hourBegin: "最初の1時間をはじめる",
  hourGoOn: (done: number, all: number) => `最初の1時間を続ける（${all} 問のうち ${done} 問済み）`,
  hourAgain: (done: number, later: number, all: number) =>
    `最初の1時間は、${all} 問のうち 済み ${done} 問・後で ${later} 問です。`,
  hourOpen: "最初の1時間の問いを見る",
  minutes: (minutes: number) => `およそ ${minutes} 分`,
  doStep: "はじめる",
  doStop: "直しに行く",
  nextPrint: "次にすることは、すべて済んでいます。新しい内容で刷り直して、綴じ物を差し替えます。",
  doPrint: "印刷へ進む",
  others: (count: number) => `そのほかにすること（${count} つ、効き目の大きい順）`,

  doubts: "計画のファイルと履歴の食い違い",
  doubtsAbout:
    "次の行は、ファイルにある値と、履歴から分かる値が違います。ファイルのどこかが傷んだためです。元の書類や持ち主に確かめて、正しい方を選んでください。選ぶまでは、紙に両方の値が載ります。選んだあとで「元に戻す」を押すと、もう一方の値になります（行ごと無い、というときは、戻せないことがあります）。",
  historyWhole: "履歴の記録は、書いた時のままです。ファイルの値は、傷んだか、書き込みが途中で切れて履歴に残らなかったものです。",
  doubtLabel: "項目",
  doubtFound: "ファイルにある値",
  doubtLogged: "履歴から分かる値",
  keepFound: "ファイルの値にする",
  keepLogged: "履歴の値にする",
  keepOf: (keep: string, title: string) => `${title}を${keep}`,
  allFound: (count: number) => `${count} 行とも、ファイルの値にする`,
  allLogged: (count: number) => `${count} 行とも、履歴の値にする`,
  doubtsMore: (count: number) => `ほかに ${count} 行あります。上から決めると、順に出ます。`,

  phases: "確認表の進み",
  phase: (number: string, title: string) => `${number} ${title}`,
  answered: (done: number, all: number, yes: number) =>
    done === 0 ? `${all} 問。まだ答えていません` : `${all} 問のうち ${done} 問に答えました（「はい」は ${yes} 問）`,

  owed: "まだ答えの無いこと・待っている人",
  owedAbout: "「後で」にしたことと、返事を待っている質問です。",
  owedNone: "「後で」にしたことや、返事を待つ質問は、いまありません。分からないことは、ガイドや一覧の「書き込み」で、聞く相手を選んで残せます。",
  owedNobody: "聞く相手を決めていないこと",
  owedBy: (role: string) => `${role} に聞くこと`,
  owedLater: "後で決めます",
  owedMore: (count: number) => `残り ${count} 件も見る`,
  owedSitting: "次の会の用意をする",

  findings: "直すこと・気づいたこと",
  noFindings: "いま気づいたことはありません。",
  findingsLater: "最初の1時間の問いがひととおり済むと、直すとよいことが、ここにまとまって出ます。",
  work: (things: number, minutes: number) => `直すことは、およそ ${things} つです。目安は ${minutes} 分です。`,
  places: (count: number, minutes: number) => (minutes > 0 ? `${count} か所・およそ ${minutes} 分` : `${count} か所`),
  more: (count: number) => `残り ${count} 件も見る`,
  severity: "「止まる」は、このままでは紙が役に立たないところ。「直す」は直したいところ。「気づき」は確かめたいところです。",

  backups: "自動のバックアップ",
  backupLast: "いちばん新しいバックアップ",
  backupNone: "まだありません。計画を閉じるときに取ります。",
  backupCount: "数と大きさ",
  backupSize: (count: number, size: number, most: number) =>
    `${count} 個、合わせて ${size} MB。新しい10個と、30日の間は1日1個、その前は1か月1個を残します。${most} MB を超えると、古い月のものから消します。`,
  backupOwn: "置き場所",
  backupSecond: "2つ目の置き場所",
  backupSecondNone:
    "まだ決めていません。このパソコンが壊れると、計画とバックアップを一度に失います。USBメモリか別のディスクのフォルダを選んでください。計画に鍵はかかっていないので、鍵のかかる所にしまってください。",
  backupSecondGone: (path: string) => `${path}（いまは見つかりません。USBメモリなら、挿してください）`,
  chooseSecond: "2つ目の置き場所を選ぶ",
  dropSecond: "2つ目には置かない",
  backupList: "バックアップの一覧を見る",
  backupOpen: "別のファイルとして開く",
  backupOpenName: (name: string) => `${name}（バックアップ）.sonae`,

  kept: "保存と印刷",
  saved: "最後に保存したとき",
  printed: "最後に印刷したとき",
  never: "まだ印刷していません。",
  print: ({ document, copy, at, pages }: PrintNote, of: DocumentInfo | undefined, ward: string) => {
    const hq = of && of.file !== of.file_ward ? "（本部用）" : "";
    const whose = copy === "hq" ? hq : ward ? `（部署用・${ward}）` : "（部署用）";
    return `${of?.title ?? document}${whose}：${at}、${pages} 頁`;
  },

};
