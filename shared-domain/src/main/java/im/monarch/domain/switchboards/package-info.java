/**
 * Conversations: how somebody gets into a switchboard session.
 *
 * <p>A session is entered with a {@link im.monarch.domain.switchboards.Key}, which the {@link
 * im.monarch.domain.switchboards.KeyRing} of the node that holds the session issues and takes back.
 * {@link im.monarch.domain.switchboards.SwitchboardNodes} is how notification servers get one,
 * {@link im.monarch.domain.switchboards.Bell} how switchboards reach the people invited.
 */
package im.monarch.domain.switchboards;
