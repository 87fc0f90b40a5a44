package im.monarch.runtime.config;

import im.monarch.domain.clients.ClientCatalogue;
import im.monarch.domain.roster.RosterLimits;
import java.util.Set;

/**
 * The configuration of one process, complete: what a file leaves out has its default here.
 *
 * @param roles what this process runs, not empty
 * @param clients what CVR and CVQ answer
 */
public record MonarchConfig(
    Set<RoleName> roles,
    NodeSection node,
    StoreSection store,
    ClusterSection cluster,
    DispatchSection dispatch,
    NotificationSection notification,
    SwitchboardSection switchboard,
    DrainSection drain,
    PassportSection passport,
    ManagementSection management,
    ClientCatalogue clients,
    ProfileSection profile,
    ChallengeSection challenge,
    RosterLimits limits,
    EchoSection echo) {

  public MonarchConfig {
    roles = Set.copyOf(roles);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("roles: [] (expected: at least one role)");
    }
  }

  public boolean runs(RoleName role) {
    return roles.contains(role);
  }

  /** Whether clients of dispatch and switchboard come to the port of notification. */
  public boolean sharesPort() {
    return notification.onePort() && runs(RoleName.NOTIFICATION);
  }
}
