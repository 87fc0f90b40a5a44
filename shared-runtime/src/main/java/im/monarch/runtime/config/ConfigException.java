package im.monarch.runtime.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that nothing can be started with. Names every problem at once. */
public final class ConfigException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  ConfigException(List<Problem> problems) {
    super(
        problems.stream()
            .map(Problem::toString)
            .collect(Collectors.joining(System.lineSeparator())));
    this.problems = List.copyOf(problems);
  }

  /** Not empty, in the order of the file. */
  public List<Problem> problems() {
    return problems;
  }
}
