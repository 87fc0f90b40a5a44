package im.monarch.deploy;

import im.monarch.deploy.operate.DrainCommand;
import im.monarch.deploy.operate.StatusCommand;
import im.monarch.deploy.probe.ProbeCommand;
import im.monarch.protocol.vocabulary.HostPort;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line. */
@Command(
    name = "monarch",
    description = "A server for MSN Messenger clients.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      RunCommand.class,
      DemoCommand.class,
      ProbeCommand.class,
      StatusCommand.class,
      DrainCommand.class,
      VersionCommand.class
    },
    footer = {
      "",
      "To try it:  monarch demo, then in another window  monarch probe alice@example.com",
    })
public final class Monarch implements Callable<Integer> {

  private static final int WIDTH = 100;

  @Spec private CommandSpec spec;

  /**
   * Exits with 0, with 1 when something failed, with 2 when the command line or the configuration
   * is not usable. A server goes on when this method has returned.
   */
  public static void main(String... arguments) {
    int status = execute(arguments);
    if (status != 0) {
      System.exit(status);
    }
  }

  static int execute(String... arguments) {
    return new CommandLine(new Monarch())
        .registerConverter(HostPort.class, Monarch::address)
        .setUsageHelpWidth(WIDTH)
        .setParameterExceptionHandler(Monarch::correct)
        .execute(arguments);
  }

  private static HostPort address(String text) {
    try {
      return HostPort.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  /** One line that says what is wrong, and where to read on: the whole help would hide it. */
  private static int correct(ParameterException wrong, String... arguments) {
    var command = wrong.getCommandLine();
    command.getErr().println("monarch: " + wrong.getMessage());
    command.getErr().println("Try:  " + command.getCommandSpec().qualifiedName() + " --help");
    return CommandLine.ExitCode.USAGE;
  }

  /** Without a command there is nothing to do but to say what there is. */
  @Override
  public Integer call() {
    spec.commandLine().usage(System.err);
    return CommandLine.ExitCode.USAGE;
  }
}
