"""Checks the Kubernetes manifests without a cluster: against schemas, each other and the pipeline's consumers."""

import re
import sys

import jsonschema
import kubernetes_validate
import yaml

from stack import DEPLOY, WORKERS, Failure, run

FOLDER = DEPLOY / "kubernetes"
# The deployments beside the workers that an overlay adds, by a part of its name.
ADDED = {"sink": ["sink"], "stories": ["story-linker", "alerter"]}
# An old release that is still in use, and the newest that the validator knows.
RELEASES = ["1.31", "1.37"]

TEXT = {"type": "string"}
COUNT = {"type": "integer", "minimum": 0}


def record(required, **members):
    return {"type": "object", "properties": members, "required": required, "additionalProperties": False}


# The members of KEDA's ScaledObject that we use, from its documentation. A misspelt member is an error.
TRIGGER = record(
    ["type", "metadata"],
    type={"const": "nats-jetstream"},
    metadata=record(
        ["natsServerMonitoringEndpoint", "account", "stream", "consumer", "lagThreshold"],
        natsServerMonitoringEndpoint={"type": "string", "pattern": r"^[a-z0-9.-]+:\d+$"},
        account=TEXT,
        stream=TEXT,
        consumer=TEXT,
        lagThreshold={"type": "string", "pattern": r"^[1-9]\d*$"},
        activationLagThreshold={"type": "string", "pattern": r"^\d+$"},
    ),
)
SCALED_OBJECT = record(
    ["apiVersion", "kind", "metadata", "spec"],
    apiVersion={"const": "keda.sh/v1alpha1"},
    kind={"const": "ScaledObject"},
    metadata={"type": "object", "required": ["name", "namespace"]},
    spec=record(
        ["scaleTargetRef", "minReplicaCount", "maxReplicaCount", "triggers"],
        scaleTargetRef=record(["name"], name=TEXT),
        minReplicaCount=COUNT,
        maxReplicaCount=COUNT,
        pollingInterval=COUNT,
        cooldownPeriod=COUNT,
        fallback=record(["failureThreshold", "replicas"], failureThreshold=COUNT, replicas=COUNT),
        advanced=record(
            [],
            horizontalPodAutoscalerConfig=record(
                [], behavior=record([], scaleDown=record([], stabilizationWindowSeconds=COUNT))
            ),
        ),
        triggers={"type": "array", "minItems": 1, "items": TRIGGER},
    ),
)


def expect(holds, what):
    if not holds:
        raise Failure(what)


def consumers():
    """Returns (stream, consumer) of every worker, from the permissions that `wiredesk setup` prints."""
    text = (DEPLOY / "nats/permissions.conf").read_text()
    allowed, *_ = text.split('user: "worker"')
    return set(re.findall(r'"\$JS\.API\.CONSUMER\.MSG\.NEXT\.(\w+)\.([\w-]+)"', allowed))


def check_schema(resource):
    if resource["kind"] == "ScaledObject":
        jsonschema.validate(resource, SCALED_OBJECT)
        return
    for release in RELEASES:
        kubernetes_validate.validate(resource, release, strict=True)


def check_pod(name, template, config_maps):
    """Checks that a pod is hardened and limited, and that everything it refers to exists."""
    pod = template["spec"]
    expect(pod["automountServiceAccountToken"] is False, f"{name} gets a token for the cluster")
    expect(pod["securityContext"]["runAsNonRoot"] and pod["securityContext"]["runAsUser"], f"{name} may run as root")
    [container] = pod["containers"]
    security = container["securityContext"]
    expect(security["readOnlyRootFilesystem"], f"{name} can write its root file system")
    expect(security["capabilities"] == {"drop": ["ALL"]}, f"{name} keeps capabilities")
    expect(security["allowPrivilegeEscalation"] is False, f"{name} may gain privileges")
    expect("memory" in container["resources"]["limits"], f"{name} has no memory limit")
    for source in container["envFrom"]:
        expect(source["configMapRef"]["name"] in config_maps, f"{name} refers to a config map that does not exist")
    program = container["command"][0]
    expect(program == (name if name in WORKERS else "wiredesk"), f"{name} starts {program}")
    ports = {port["name"]: port["containerPort"] for port in container.get("ports", [])}
    served = config_maps[container["envFrom"][0]["configMapRef"]["name"]].get("WIREDESK_HTTP")
    probed = name in WORKERS or any(name in added for added in ADDED.values())
    for probe, path in (("startupProbe", "/healthz"), ("readinessProbe", "/readyz")) if probed else ():
        expect(container[probe]["httpGet"] == {"path": path, "port": "probes"}, f"{name}: unexpected {probe}")
        expect(str(ports["probes"]) == served, f"{name} is probed on a port that it does not serve")
    mounted = {mount["name"] for mount in container.get("volumeMounts", [])}
    volumes = {volume["name"] for volume in pod.get("volumes", [])}
    expect(mounted <= volumes, f"{name} mounts a volume that does not exist")


def check_workers(deployments, others):
    for name, deployment in deployments.items():
        labels = deployment["spec"]["template"]["metadata"]["labels"]
        selected = deployment["spec"]["selector"]["matchLabels"].items()
        expect(selected <= labels.items(), f"{name}: its selector does not match its own pods")
        [budget] = [it for it in others if it["kind"] == "PodDisruptionBudget" and it["metadata"]["name"] == name]
        covered = budget["spec"]["selector"]["matchLabels"].items()
        expect(covered <= labels.items(), f"{name}: its disruption budget does not match its pods")


def check_scaling(deployments, others):
    """Checks that each stage is scaled on exactly its own consumers."""
    scalers = [it["spec"] for it in others if it["kind"] == "ScaledObject"]
    scaled = {it["scaleTargetRef"]["name"]: it["triggers"] for it in scalers}
    if not scaled:
        return
    expect(set(scaled) == set(deployments), "a stage is not scaled")
    for name, triggers in scaled.items():
        expect("replicas" not in deployments[name]["spec"], f"{name} has both a fixed number of replicas and a scaler")
        watched = {(it["metadata"]["stream"], it["metadata"]["consumer"]) for it in triggers}
        own = {(stream, consumer) for stream, consumer in consumers() if consumer.startswith(f"{name}-")}
        expect(watched == own, f"{name} is scaled on {watched}, but its consumers are {own}")


def check(overlay):
    built = run("kubectl", "kustomize", str(FOLDER / overlay))
    resources = [resource for resource in yaml.safe_load_all(built) if resource]
    for resource in resources:
        check_schema(resource)
        metadata = resource["metadata"]
        in_namespace = resource["kind"] == "Namespace" or metadata["namespace"] == "wiredesk"
        expect(in_namespace, f"{metadata['name']} is not in the namespace wiredesk")
    config_maps = {it["metadata"]["name"]: it["data"] for it in resources if it["kind"] == "ConfigMap"}
    pods = [it for it in resources if it["kind"] in ("Deployment", "Job")]
    for resource in pods:
        check_pod(resource["metadata"]["name"], resource["spec"]["template"], config_maps)
    deployments = {it["metadata"]["name"]: it for it in pods if it["kind"] == "Deployment"}
    expect(deployments.pop("console", None), "the console is missing")
    for part, names in ADDED.items():
        for name in names:
            expect((part in overlay) == bool(deployments.pop(name, None)), f"{name} is missing, or not wanted")
    images = {container["image"] for it in pods for container in it["spec"]["template"]["spec"]["containers"]}
    expect(len(images) == 1, f"the pods have several images: {images}")
    expect(sorted(deployments) == sorted(WORKERS), "a worker is missing")
    check_workers(deployments, resources)
    check_scaling(deployments, resources)
    releases = ", ".join(RELEASES)
    print(f"kubernetes/{overlay}: {len(resources)} resources match the schemas of {releases}, each other and the pipeline")


if __name__ == "__main__":
    try:
        for overlay in ["base", "keda", "users", "accurate", "sink", "sink-users", "stories", "stories-users"]:
            check(overlay)
    except (Failure, jsonschema.ValidationError, kubernetes_validate.ValidationError) as failure:
        sys.exit(f"manifests: {failure}")
