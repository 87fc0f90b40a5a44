/**
 * The address book of one account: who is on which list, in which groups, and who may see whom.
 *
 * <p>{@link im.monarch.domain.roster.Roster} is what is known, {@link
 * im.monarch.domain.roster.RosterRules} says what an edit makes of it, as functions on values;
 * {@link im.monarch.domain.roster.Rosters} is the port to where it is kept. The reverse list is
 * derived from the forward lists of others and never stored, so the two cannot disagree.
 */
package im.monarch.domain.roster;
