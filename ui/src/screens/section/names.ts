import { plan } from "../../state/app";
import type { Token } from "../../state/nodes";
import { tokens as words } from "../../text/section";

const label = (noun: string, field: string) => plan.kind(noun)?.fields.find((one) => one.id === field)?.label ?? field;

/** What a placeholder is called in the editor. Its lists must be loaded. */
export function tokenName(token: Token): string {
  if ("field" in token) {
    const { kind, record, field } = token.field;
    if (kind === "facility") return label(kind, field);
    return words.of(plan.row(kind, record)?.title ?? words.gone, label(kind, field));
  }
  if ("here" in token) return words.here(label("departments", token.here));
  if ("blank" in token) return words.blank(token.blank);
  if ("names" in token) return words.names(token.names.length);
  const target = token.page.replace(/^(section|block)\//, "");
  const name = plan.kind(target)?.name ?? (/^[\d.]+$/.test(target) ? target : "");
  return name ? words.page(name) : words.pageElsewhere;
}

/** What a placeholder is, beside its value: a name needs no word, the rest the word of its field. */
export function tokenSort(token: Token): string {
  return "field" in token && token.field.field !== "name" ? label(token.field.kind, token.field.field) : "";
}

const ROLE_FIELDS = ["holder", "deputy1", "phone", "night_phone"];

/** What may be put into a text: fields of the facility and of roles. */
export function insertable(): Token[] {
  const facility = plan.rows("facility")[0];
  const own = (plan.kind("facility")?.fields ?? []).filter((field) => field.kind !== "choice" && !field.private);
  const fields = facility ? own.map(({ id }) => ({ field: { kind: "facility", record: facility.id, field: id } })) : [];
  const roles = plan
    .rows("roles")
    .flatMap((role) => ROLE_FIELDS.map((field) => ({ field: { kind: "roles", record: role.id, field } })));
  return [...fields, ...roles, { blank: 8 }];
}
