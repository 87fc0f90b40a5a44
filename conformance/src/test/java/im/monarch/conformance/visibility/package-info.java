/**
 * Who sees whom: every combination of what the rule depends on, and every step from one to the next
 * (protocol notes, 8.2). {@link im.monarch.conformance.visibility.Situation} is the rule, {@link
 * im.monarch.conformance.visibility.Walk} finds a way through all of them that real clients go.
 */
package im.monarch.conformance.visibility;
