package im.monarch.conformance.harness;

import java.util.List;

/**
 * Of which processes a server consists.
 *
 * @param parts the first one keeps the accounts, and starts first
 */
public record Topology(String name, List<Part> parts) {

  /** Everything in one process, no cluster. */
  public static final Topology SINGLE = new Topology("SINGLE", List.of(new Part("all", List.of())));

  /** Handoffs and invitations cross the bus. */
  public static final Topology SPLIT =
      new Topology(
          "SPLIT",
          List.of(
              new Part("notification", List.of("notification", "passport")),
              new Part("dispatch", List.of("dispatch")),
              new Part("switchboard", List.of("switchboard"))));

  /** Everybody in a transcript is at another notification process; accounts are in PostgreSQL. */
  public static final Topology SPREAD =
      new Topology(
          "SPREAD",
          List.of(
              new Part("notification-1", List.of("notification")),
              new Part("notification-2", List.of("notification")),
              new Part("notification-3", List.of("notification")),
              new Part("notification-4", List.of("notification")),
              new Part("dispatch", List.of("dispatch")),
              new Part("switchboard", List.of("switchboard")),
              new Part("passport", List.of("passport"))));

  public Topology {
    parts = List.copyOf(parts);
  }

  /** Several processes that keep accounts need a database that they share. */
  boolean sharesStore() {
    return parts.stream().filter(Part::keepsAccounts).count() > 1;
  }

  /** Whoever does not run everything looks for the others. */
  boolean clustered() {
    return parts.stream().anyMatch(part -> !part.roles().isEmpty());
  }

  @Override
  public String toString() {
    return name;
  }

  /**
   * One process.
   *
   * @param roles as in {@code --roles}; none means all
   */
  public record Part(String name, List<String> roles) {
    public Part {
      roles = List.copyOf(roles);
    }

    private boolean keepsAccounts() {
      return roles.isEmpty() || roles.contains("notification") || roles.contains("passport");
    }
  }
}
