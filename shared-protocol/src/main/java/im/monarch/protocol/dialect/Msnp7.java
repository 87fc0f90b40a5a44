package im.monarch.protocol.dialect;

import im.monarch.protocol.dialect.Traits.GroupKeys;
import im.monarch.protocol.dialect.Traits.Referral;

/**
 * MSNP7: groups, with ADG, RMG, REG and LSG, and a group in ADD and REM; XFR NS names the current
 * server (protocol notes, 2.2).
 */
public final class Msnp7 {

  public static final Dialect DIALECT =
      Msnp6.DIALECT
          .revisedAs("MSNP7")
          .traits(traits -> traits.with(GroupKeys.NUMBERS).with(Referral.ADDRESS_AND_CURRENT))
          .notification(
              requests ->
                  requests
                      .with("ADD", RosterGrammars::add)
                      .with("REM", RosterGrammars::remove)
                      .with("ADG", RosterGrammars::addGroup)
                      .with("RMG", RosterGrammars::removeGroup)
                      .with("REG", RosterGrammars::renameGroup)
                      .with("LSG", RosterGrammars::listGroups));

  private Msnp7() {}
}
