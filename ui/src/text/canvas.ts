export const canvas = {
  size: "図の大きさ",
  nearer: "大きくする（＋）",
  farther: "小さくする（−）",
  whole: "全体",
  wholeHelp: "図の全体を見る（0）",
};
