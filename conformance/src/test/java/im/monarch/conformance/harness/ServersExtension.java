package im.monarch.conformance.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link Servers} they ask for; all of a run share them. A test class after which
 * the log of a server has a warning, an error or a stack trace has failed.
 */
public final class ServersExtension implements ParameterResolver, AfterAllCallback {

  private static final Path FOLDER =
      Path.of("target", "servers", String.valueOf(System.currentTimeMillis()));

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Servers.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return servers(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    assertThat(servers(context).takeComplaints()).as("complaints in the logs").isEmpty();
  }

  /** Stopped by JUnit when the run is over. */
  private static Servers servers(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(ServersExtension.class))
        .computeIfAbsent(Servers.class, type -> new Servers(FOLDER), Servers.class);
  }
}
