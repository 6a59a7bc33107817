import type { FieldInfo } from "../backend/contract";

type Group = { title: string; fields: string[] };

/** One thought per group. A field that no group names comes in a last group without a title. */
const GROUPS: Record<string, Group[]> = {
  facility: [
    { title: "施設のこと", fields: ["name", "kind", "beds", "director", "address", "phone", "institution_code"] },
    { title: "対策本部", fields: ["headquarters", "other_means", "meeting_hours", "press_contact"] },
    { title: "知らせ方", fields: ["broadcast", "emergency_call", "runner_place", "lone_help"] },
    { title: "患者の安全", fields: ["round_minutes", "narcotic_key", "temporary_id", "urgent_transfusion"] },
    { title: "外来", fields: ["outpatient_hours", "outpatient_decider"] },
    { title: "停止時ボックスと綴じ物", fields: ["box_contents", "binder_place", "binder_key", "binder_keeper"] },
  ],
  systems: [
    { title: "どんなシステムか", fields: ["name", "kana", "purpose", "vendor", "place"] },
    { title: "止まったとき", fields: ["effect", "fallback"] },
    { title: "どの順に戻すか", fields: ["importance", "recovery", "wanted_within"] },
    { title: "台数と知らせ", fields: ["servers", "terminals", "advisories"] },
    { title: "本部用だけに刷ること", fields: ["address", "remote"] },
  ],
  procedures: [
    { title: "どこで使う手順か", fields: ["name", "department", "system"] },
    { title: "始めるとき", fields: ["trigger", "declared_by"] },
    { title: "使う物", fields: ["forms", "readable_at"] },
    { title: "終えるとき", fields: ["ends_when", "ended_by"] },
  ],
  contact_tree: [
    { title: "だれに知らせるか", fields: ["of_kind", "of", "tell"] },
    { title: "どこにつながるか", fields: ["above"] },
    { title: "出ないとき", fields: ["wait_minutes", "substitute"] },
  ],
  organisations: [
    { title: "相手", fields: ["name", "kana", "group", "contact"] },
    { title: "番号", fields: ["day_phone", "night_phone", "open_hours", "contract", "checked_on"] },
    { title: "いつ、何を伝えるか", fields: ["when_to_call", "deadline", "what_to_tell"] },
  ],
  roles: [
    { title: "役割", fields: ["name", "department", "duty"] },
    { title: "受け持つ人", fields: ["holder", "deputy1", "deputy2"] },
    { title: "つながる番号", fields: ["phone", "night_phone"] },
  ],
  decisions: [
    { title: "決める事", fields: ["name", "criterion"] },
    { title: "だれが決めるか", fields: ["day_role", "night_role", "wait_minutes", "next_role", "delegated_on"] },
    { title: "決めたあと", fields: ["tell"] },
  ],
  cutoff_points: [
    { title: "どこを抜くか", fields: ["name", "step", "place", "who", "key"] },
    { title: "抜くと何が起きるか", fields: ["stops", "instead"] },
    { title: "戻すとき", fields: ["restore", "checked_on"] },
  ],
};

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
