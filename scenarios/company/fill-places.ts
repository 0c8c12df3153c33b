import { text, type Text, type TextLike } from '#offswitch';

const PLACE = /\{(\w+)\}/;

/**
 * Fills the places of a plain text, such as `{first}`: what is filled in keeps its slots.
 * @throws Error that names the place and the text, for a place that nothing fills, and for a text that a table forgets
 */
export function fillPlaces(template: string, places: Readonly<Record<string, TextLike>>): Text {
  // The type cannot see a level or wording that a table of texts leaves out.
  if (typeof template !== 'string')
    throw new Error(
      `a text is missing where its places are filled (${Object.keys(places).join(', ')}): its table forgets a level or a wording`,
    );
  // Every second part is the name of a place.
  return template.split(PLACE).flatMap((part, index) => {
    const filling = index % 2 === 0 ? part : places[part];
    if (filling === undefined)
      throw new Error(`nothing fills the place {${part}} of "${template}" (known: ${Object.keys(places).join(', ')})`);
    return text`${filling}`;
  });
}
