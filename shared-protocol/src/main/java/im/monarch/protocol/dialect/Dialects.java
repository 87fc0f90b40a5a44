package im.monarch.protocol.dialect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The dialects a server offers, and how one is agreed on.
 *
 * @param newestFirst in the order in which the server prefers them
 */
public record Dialects(List<Dialect> newestFirst) {

  /** Everything this library speaks. CVR0 comes last: it is agreed on when nothing else is. */
  public static final Dialects ALL =
      new Dialects(
          List.of(
              Msnp12.DIALECT,
              Msnp11.DIALECT,
              Msnp10.DIALECT,
              Msnp9.DIALECT,
              Msnp8.DIALECT,
              Msnp7.DIALECT,
              Msnp6.DIALECT,
              Msnp5.DIALECT,
              Msnp4.DIALECT,
              Msnp3.DIALECT,
              Msnp2.DIALECT,
              Cvr0.DIALECT));

  public Dialects {
    newestFirst = List.copyOf(newestFirst);
  }

  /** Those of {@code this} that are named, in this order whatever the order of {@code names}. */
  public Dialects only(List<String> names) {
    for (var name : names) {
      if (named(name).isEmpty()) {
        throw new IllegalArgumentException("'" + name + "' (expected: some of " + names() + ')');
      }
    }
    return new Dialects(
        newestFirst.stream()
            .filter(dialect -> names.stream().anyMatch(dialect.name()::equalsIgnoreCase))
            .toList());
  }

  /** The newest dialect that {@code offered} names; case does not matter (draft-movva, 7.1). */
  public Optional<Dialect> negotiate(List<String> offered) {
    return newestFirst.stream()
        .filter(dialect -> offered.stream().anyMatch(dialect.name()::equalsIgnoreCase))
        .findFirst();
  }

  public Optional<Dialect> named(String name) {
    return newestFirst.stream()
        .filter(dialect -> dialect.name().equalsIgnoreCase(name))
        .findFirst();
  }

  private String names() {
    return newestFirst.stream().map(Dialect::name).collect(Collectors.joining(", "));
  }
}
