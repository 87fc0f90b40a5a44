/**
 * The words of the protocol as values: each type accepts what the wire allows and nothing else.
 *
 * <p>Constructors throw {@link IllegalArgumentException} naming the value and the expectation; the
 * dialect turns that into the protocol's own refusal. Nothing here knows frames, dialects or state.
 */
package im.monarch.protocol.vocabulary;
