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

  /** Every transcript is played on each of them. */
  public static final List<Topology> ALL = List.of(SINGLE, SPLIT);

  public Topology {
    parts = List.copyOf(parts);
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
  }
}
