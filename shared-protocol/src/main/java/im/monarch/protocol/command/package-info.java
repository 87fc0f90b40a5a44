/**
 * The whole language as types: what clients may say ({@code ...Request}) and what servers say
 * ({@code ...Message}), one record per form, named by the wire's verb.
 *
 * <p>The types are the same in every dialect; {@code im.monarch.protocol.dialect} knows how each
 * dialect writes them. Nothing here knows bytes or state.
 */
package im.monarch.protocol.command;
