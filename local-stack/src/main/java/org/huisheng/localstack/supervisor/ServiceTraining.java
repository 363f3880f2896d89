package org.huisheng.localstack.supervisor;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huisheng.localstack.process.Component;
import org.huisheng.localstack.process.LoopbackPorts;
import org.huisheng.localstack.process.OwnProcess;
import org.huisheng.localstack.process.PrivateFiles;
import org.huisheng.localstack.process.StartFailed;
import org.huisheng.localstack.process.Startup;
import org.huisheng.localstack.training.TrainingRun;

/** Makes the AOT caches that are missing or stale, on a stack that is thrown away. The caller sees to it that only one runs. */
public final class ServiceTraining {

    // Writing a cache keeps a processor busy and takes some hundred megabytes.
    private static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

    private static final String REHEARSAL = "org.huisheng.demo.Rehearsal";

    // After some ten seconds of load what runs most has its profile; more makes the first `up` longer and little else.
    private static final int REHEARSAL_SECONDS = 10;

    private final Path projectRoot;
    private final Path directory;
    private final Progress progress;
    private final List<OwnProcess> others = new ArrayList<>();
    private final List<TrainingRun> runs = new ArrayList<>();
    private boolean isToBeLookedAt;

    public ServiceTraining(Path projectRoot, Progress progress) {
        this.projectRoot = projectRoot;
        this.directory = projectRoot.resolve("target/aot-training");
        this.progress = progress;
    }

    /** Whether every service now has its cache. */
    public boolean run() {
        if (Stream.of(ServiceName.values())
                .allMatch(service -> service.cache(projectRoot).isFresh())) {
            return true;
        }
        PrivateFiles.deleteTree(directory);
        var data = new DataDirectory(directory);
        data.create();
        var options = new StackOptions(projectRoot, directory, LoopbackPorts.anyFree(), true, false, false);
        var cleanUp = new Thread(this::end);
        Runtime.getRuntime().addShutdownHook(cleanUp);
        var complete = train(new StackPlan(options, data));
        Runtime.getRuntime().removeShutdownHook(cleanUp);
        end();
        if (complete && !isToBeLookedAt) {
            PrivateFiles.deleteTree(directory);
        }
        return complete;
    }

    private boolean train(StackPlan plan) {
        progress.line("training the services, so that they start faster from now on");
        try {
            startInfrastructure(plan);
        } catch (StartFailed | UncheckedIOException e) {
            progress.line("no AOT caches, services will start slowly: " + e.getMessage());
            return false;
        }
        startTrained(plan);
        for (var service : plan.untrained()) {
            plan.releasePorts(service);
            add(new TrainingRun(service.inTraining(), service.cache(), service.url()));
        }
        var planned = List.copyOf(runs);
        progress.line("starting " + names(planned));
        var ready = succeeding(planned, TrainingRun::start);
        progress.line("using " + names(ready));
        // All are there by now, so the gateway too has someone to pass requests on to.
        ready.forEach(TrainingRun::warmUp);
        rehearse(plan);
        progress.line("writing AOT caches");
        var trained = succeeding(ready, this::finish);
        return trained.size() == planned.size();
    }

    private void startInfrastructure(StackPlan plan) {
        List.of(plan.postgres(), plan.kafka()).forEach(component -> start(plan, component));
        plan.databases().forEach(database -> database.createOn(plan.postgres()));
    }

    /** Those that have nothing to learn are needed by the others. */
    private void startTrained(StackPlan plan) {
        plan.trained().forEach(service -> start(plan, service));
    }

    private void start(StackPlan plan, Component component) {
        component.prepare();
        plan.releasePorts(component);
        var process = OwnProcess.start(component.launch());
        synchronized (this) {
            others.add(process);
        }
        Startup.await(component, process);
    }

    /** Without it the caches are there all the same, but know less. */
    private void rehearse(StackPlan plan) {
        var program = new DemoProgram(projectRoot);
        if (!program.isBuilt()) {
            return;
        }
        plan.stackFile().publish();
        var file = new DataDirectory(directory).stackFile();
        var output = directory.resolve("rehearsal.out");
        var process = OwnProcess.start(
                program.launch(REHEARSAL, List.of(file.toString(), String.valueOf(REHEARSAL_SECONDS)), output));
        synchronized (this) {
            others.add(process);
        }
        try {
            var exitCode = process.waitForExit();
            if (exitCode != 0) {
                isToBeLookedAt = true;
                progress.line("the rehearsal ended with exit code %d, see %s".formatted(exitCode, output));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private List<TrainingRun> succeeding(List<TrainingRun> candidates, Consumer<TrainingRun> step) {
        try (var executor = Executors.newFixedThreadPool(AT_ONCE)) {
            var outcomes = candidates.stream()
                    .map(run -> CompletableFuture.supplyAsync(() -> succeeds(run, step), executor))
                    .toList();
            return Stream.iterate(0, i -> i < candidates.size(), i -> i + 1)
                    .filter(i -> outcomes.get(i).join())
                    .map(candidates::get)
                    .toList();
        }
    }

    private boolean succeeds(TrainingRun run, Consumer<TrainingRun> step) {
        try {
            step.accept(run);
            return true;
        } catch (StartFailed | UncheckedIOException e) {
            progress.line("no AOT cache for %s, it will start slowly: %s".formatted(run.name(), e.getMessage()));
            return false;
        }
    }

    private void finish(TrainingRun run) {
        run.finish();
        progress.line(run.name() + " trained");
    }

    private static String names(List<TrainingRun> some) {
        return some.stream().map(TrainingRun::name).collect(Collectors.joining(", "));
    }

    private synchronized void add(TrainingRun run) {
        runs.add(run);
    }

    private synchronized void end() {
        runs.forEach(TrainingRun::abort);
        others.reversed().forEach(OwnProcess::stop);
    }
}
