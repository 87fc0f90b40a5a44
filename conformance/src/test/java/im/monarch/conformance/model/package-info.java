/**
 * People who do everything to each other, and a second opinion about what each of them must hear.
 *
 * <p>{@link im.monarch.conformance.model.Society} is the rules once more, written from the
 * documents and as simply as they can be said; {@link im.monarch.conformance.model.Dice} throws
 * steps, {@link im.monarch.conformance.model.Play} lets real clients take them and compares every
 * line. A play that differs is cut down to the steps that matter by {@link
 * im.monarch.conformance.model.Cuts}.
 */
package im.monarch.conformance.model;
