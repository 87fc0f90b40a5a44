/** What tests of the switchboard play with: people, a bell, a clock set by hand. */
package im.monarch.switchboard.stage;
