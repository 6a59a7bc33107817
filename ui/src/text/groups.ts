import type { FieldInfo } from "../backend/contract";

type Group = { title: string; fields: string[] };

/** One thought per group. A field that no group names comes in a last group without a title. */
const GROUPS: Record<string, Group[]> = {
  facility: [
    { title: "施設のこと", fields: ["name", "kind", "beds", "director", "address", "phone", "institution_code"] },
    { title: "対策本部", fields: ["headquarters", "other_means", "meeting_hours", "press_contact"] },
    { title: "知らせ方", fields: ["broadcast", "emergency_call", "runner_place", "lone_help"] },
    { title: "患者の安全", fields: ["watch_minutes", "round_minutes", "runs_out", "narcotic_key", "temporary_id", "urgent_transfusion"] },
    { title: "外来", fields: ["outpatient_hours", "outpatient_decider"] },
    { title: "停止時ボックスと様式", fields: ["box_contents", "bridge_days", "reprint", "paper_store"] },
    { title: "綴じ物", fields: ["binder_place", "binder_key", "binder_keeper"] },
    { title: "番号と人の見直し", fields: ["check_months", "changeover_on"] },
  ],
  late_drugs: [
    { title: "どの薬か", fields: ["name", "drugs"] },
    { title: "どれだけ遅れてよいか", fields: ["within", "ask"] },
    { title: "確かめた人", fields: ["confirmed_by", "confirmed_on"] },
  ],
  departments: [
    { title: "どこか", fields: ["name", "kana", "place", "contact"] },
    { title: "番号", fields: ["phone", "night_phone"] },
    { title: "停止時ボックスと当番表", fields: ["patients", "box_place", "box_checked_on", "stock_days", "roster"] },
    { title: "夜の人数と、二人目を頼む順", fields: ["night_nurses", "second_ward", "second_role", "second_last"] },
    {
      title: "ふだんの人数（様式の枚数を数えるもと。分かる所だけ）",
      fields: ["census", "outpatients", "emergencies", "operations", "dialysis_shifts", "dialysis_seats"],
    },
    { title: "長く続くとき（決めた所だけ）", fields: ["viewer_order", "close_order", "close_to"] },
  ],
  systems: [
    { title: "どんなシステムか", fields: ["name", "kana", "asset_no", "purpose", "vendor", "place"] },
    { title: "止まったとき", fields: ["effect", "fallback", "channel"] },
    { title: "大切さと、戻す順", fields: ["importance", "recovery"] },
    { title: "いつまでに使いたいか（分かる所だけ）", fields: ["wanted_within", "rto_day", "rto_night", "rpo_day", "rpo_night"] },
    { title: "いつ戻ると見ているか（分かる所だけ）", fields: ["back_from", "back_to", "back_ground", "back_on"] },
    { title: "クラウド・外部のとき", fields: ["provider_restores", "own_restores"] },
    { title: "戻す順を移すとき", fields: ["wave_tier", "wave_reason"] },
    { title: "台数と知らせ", fields: ["servers", "terminals", "advisories"] },
    { title: "本部用だけに刷ること", fields: ["address", "remote"] },
  ],
  clinical_tasks: [
    { title: "どんな業務か", fields: ["name", "department", "level"] },
    { title: "紙で続けられる長さ", fields: ["paper_day", "paper_night"] },
    { title: "超えたときにすること", fields: ["way", "beyond", "way_by", "way_on"] },
  ],
  backups: [
    { title: "何を、どう取るか", fields: ["system", "frequency", "interval", "method"] },
    { title: "攻撃を受けても残るか", fields: ["offline", "write_once", "credentials"] },
    { title: "戻せるか", fields: ["restore", "tested_on"] },
    { title: "本部用だけに刷ること", fields: ["place"] },
  ],
  devices: [
    { title: "どの機器か", fields: ["asset_no", "name", "sort", "serial", "maker", "place"] },
    { title: "何に使うか", fields: ["system", "purpose", "department", "keeper"] },
    { title: "手当て（更新）", fields: ["os", "support_until", "maintained_until", "backed_up", "keeps"] },
    { title: "外からつながるか", fields: ["address", "remote", "remote_vendor", "answered_on", "answer_source", "answer_file"] },
    { title: "台帳のこと", fields: ["state", "bought_on", "counted_on"] },
  ],
  own_scenarios: [{ title: "シナリオの頭", fields: ["name", "level", "purpose", "opening"] }],
  own_injects: [{ title: "", fields: ["minute", "sender", "addressee", "text", "listen", "phone", "may_fall", "out"] }],
  ward_drills: [
    { title: "どこで、いつ", fields: ["department", "held_on", "shift"] },
    { title: "結果", fields: ["page_seconds", "hours_old", "handwriting", "reach_minutes", "channel", "cable"] },
    { title: "片づけ", fields: ["sealed_by", "note"] },
  ],
  improvements: [
    { title: "何を、だれが、いつまでに", fields: ["name", "owner", "due_on", "state"] },
    { title: "どこから・なぜ", fields: ["origin", "exercise", "cause"] },
    { title: "終わったとき", fields: ["done_on", "proof", "place"] },
  ],
  diagrams: [{ title: "どんな図か", fields: ["name", "sort", "drawn_on", "image"] }],
  people: [
    { title: "どの人か", fields: ["name", "kana", "job", "department", "staff_no"] },
    { title: "番号", fields: ["extension", "private_phone"] },
  ],
  wave_duties: [
    { title: "どの段か", fields: ["tier"] },
    { title: "使い始める前に", fields: ["tester", "trial", "declarer"] },
  ],
  procedures: [
    { title: "どこで使う手順か", fields: ["name", "department", "system"] },
    { title: "始めるとき", fields: ["trigger", "declared_by"] },
    { title: "使う物", fields: ["forms", "readable_at"] },
    { title: "続けるとき", fields: ["handover"] },
    { title: "終えるとき", fields: ["ends_when", "ended_by"] },
    { title: "使ってよいと確かめた人", fields: ["confirmed_by", "confirmed_on"] },
    {
      title: "再開した後の転記",
      fields: ["reentry_enter", "reentry_scan", "reentry_keep", "reentry_order", "reentry_by"],
    },
  ],
  signals: [
    { title: "何の合図か", fields: ["task", "department"] },
    { title: "どう変わるか", fields: ["state", "boundary"] },
    { title: "だれが", fields: ["confirmed_by", "declared_by", "switched_by"] },
    { title: "どう届き、何を見て信じるか", fields: ["other_way", "believe"] },
    { title: "紙に戻すとき", fields: ["back", "back_by"] },
  ],
  forms: [
    { title: "どの様式か", fields: ["name", "number", "group", "edition"] },
    { title: "使ってよいと確かめた人", fields: ["confirmed_by", "confirmed_on"] },
    { title: "要る枚数", fields: ["basis", "sheets", "per"] },
    { title: "再開した後", fields: ["reentry", "typed_by", "reentry_minutes"] },
    { title: "自院の様式を使うとき", fields: ["image", "image_back", "place"] },
  ],
  cards: [
    { title: "だれのカードか", fields: ["name", "role", "department", "every_ward", "headquarters", "place"] },
    { title: "使ってよいと確かめた人", fields: ["confirmed_by", "confirmed_on"] },
  ],
  channels: [
    { title: "どの手段か", fields: ["name", "sort", "floor", "place", "number"] },
    { title: "ほかが止まっても使えるか", fields: ["no_lan", "no_exchange", "no_power", "tested_on"] },
  ],
  drills: [{ title: "どの訓練か", fields: ["name", "held_on", "shift", "down", "led_by", "learnt"] }],
  contact_tree: [
    { title: "だれに知らせるか", fields: ["of_kind", "of", "tell"] },
    { title: "どこにつながるか", fields: ["above", "tree"] },
    { title: "出ないとき", fields: ["wait_minutes", "substitute", "other_way", "other_note"] },
  ],
  organisations: [
    { title: "相手", fields: ["name", "kana", "group", "contact"] },
    { title: "番号", fields: ["day_phone", "night_phone", "open_hours", "contract", "contract_until", "checked_on", "qr"] },
    { title: "いつ、何を伝えるか", fields: ["when_to_call", "deadline", "what_to_tell"] },
  ],
  roles: [
    { title: "役割", fields: ["name", "department", "duty"] },
    { title: "受け持つ人", fields: ["holder", "deputy1", "deputy2", "confirmed_on"] },
    { title: "夜間・休日に別の人が受け持つとき", fields: ["night_holder", "night_deputy", "roster", "wallet"] },
    { title: "つながる番号", fields: ["phone", "night_phone"] },
  ],
  decisions: [
    { title: "決める事", fields: ["name", "criterion"] },
    { title: "だれが決めるか", fields: ["day_role", "night_role", "wait_minutes", "next_role", "delegated_on"] },
    { title: "決めたあと", fields: ["tell"] },
  ],
  cutoff_points: [
    { title: "どこを抜くか", fields: ["name", "tag", "step", "place", "who", "key", "photo"] },
    { title: "抜くと何が起きるか", fields: ["stops", "instead", "announce"] },
    { title: "戻すとき", fields: ["restore", "checked_on"] },
  ],
};

/** What the groups of a kind are called, in their order. */
export const groupTitles = (noun: string, fields: FieldInfo[]): string[] =>
  grouped(noun, fields).flatMap((group) => (group.title ? [group.title] : []));

/** The fields of a kind in their groups. */
export function grouped(noun: string, fields: FieldInfo[]): { title: string; fields: FieldInfo[] }[] {
  const plan = GROUPS[noun] ?? [];
  const named = new Set(plan.flatMap((group) => group.fields));
  const groups = plan.map(({ title, fields: ids }) => ({
    title,
    fields: ids.flatMap((id) => fields.find((field) => field.id === id) ?? []),
  }));
  return [...groups, { title: "", fields: fields.filter((field) => !named.has(field.id)) }].filter(
    (group) => group.fields.length > 0,
  );
}
