package im.monarch.conformance.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * Gives tests a {@link Cluster} and a place for their figures. All of a run share one cluster, as
 * long as every fault leaves it whole: after a failed test the next one gets a new one.
 */
final class ChaosExtension implements ParameterResolver, AfterTestExecutionCallback {

  private static final Namespace HERE = Namespace.create(ChaosExtension.class);
  private static final Path FOLDER =
      Path.of("target", "servers", "chaos-" + System.currentTimeMillis());

  /** The cluster of the moment; closed by JUnit when the run is over. */
  private static final class Holder implements AutoCloseable {

    private Cluster cluster;
    private int started;

    Holder() {
      // Nobody else ends them when the run is interrupted.
      Runtime.getRuntime().addShutdownHook(new Thread(this::closeQuietly));
    }

    private void closeQuietly() {
      try {
        close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Cluster get() {
      try {
        if (cluster != null && cluster.spoiled()) {
          close();
        }
        if (cluster == null) {
          cluster = Cluster.start(FOLDER.resolve(String.valueOf(++started)));
        }
        return cluster;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void after(boolean held) throws IOException {
      if (cluster != null && held) {
        cluster.restore();
      } else if (cluster != null) {
        cluster.spoil();
      }
    }

    @Override
    public void close() throws IOException {
      if (cluster != null) {
        var old = cluster;
        cluster = null;
        old.close();
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    return type == Cluster.class || type == Results.Entry.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Cluster.class
        ? holder(context).get()
        : entry(context);
  }

  @Override
  public void afterTestExecution(ExtensionContext context) throws IOException {
    var failure = context.getExecutionException();
    var skipped = failure.filter(TestAbortedException.class::isInstance);
    entry(context).ended(outcome(failure, skipped.isPresent()));
    results(context).writeSoFar();
    holder(context).after(failure.isEmpty() || skipped.isPresent());
  }

  private static String outcome(Optional<Throwable> failure, boolean skipped) {
    return failure
        .map(fault -> (skipped ? "not tried: " : "not held: ") + firstLine(fault))
        .orElse("held");
  }

  private static String firstLine(Throwable fault) {
    return String.valueOf(fault.getMessage()).lines().findFirst().orElse(fault.toString());
  }

  private static Holder holder(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(HERE)
        .computeIfAbsent(Holder.class, type -> new Holder(), Holder.class);
  }

  private static Results.Entry entry(ExtensionContext context) {
    var results = results(context);
    return context
        .getStore(HERE)
        .computeIfAbsent(
            Results.Entry.class, type -> results.entry(title(context)), Results.Entry.class);
  }

  private static String title(ExtensionContext context) {
    var method = context.getRequiredTestMethod();
    return "%s: %s, `%s`"
        .formatted(
            method.getAnnotation(Tries.class).value(),
            method.getName(),
            context.getRequiredTestClass().getSimpleName());
  }

  private static Results results(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(HERE)
        .computeIfAbsent(Results.class, type -> new Results(), Results.class);
  }
}
