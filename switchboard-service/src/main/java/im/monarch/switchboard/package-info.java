/**
 * The switchboard server: lets people who hold a key into a session, invites others to it, and
 * hands on what they say. Entry: {@link im.monarch.switchboard.SwitchboardVerticle}.
 */
package im.monarch.switchboard;
