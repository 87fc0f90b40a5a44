package im.monarch.deploy;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code monarch version} */
@Command(name = "version", description = "Says which version this is.")
final class VersionCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    System.out.println(new Version().getVersion()[0]);
    return 0;
  }
}
