"""Builds the organization that the end-to-end tests audit: five accounts in three units, flaws among benign twins.

Usage: seed.py ENDPOINT [--members-alone], the address of an empty moto_server. Prints the accounts' names and ids as
JSON. With --members-alone the management account's trail records that account alone.

Every flaw has a twin that looks alike and is right, so that a rule which fires on both (or on neither) is seen. The
comment `flaw:` marks what must be found, `twin:` what must not. moto's ids come from one seeded generator and every
default VPC is touched in a fixed order, so ids are the same in each run.
"""

import json
import sys
import urllib.request

from resources import (
    ENDPOINT, FAR, HOME, REGIONS, address, assume, audit_role, block_public_access, bucket, budget, client,
    delete_default_network, encrypt_new_volumes, endpoint, github, group, guardrail, identity_of_machines, instance,
    internet_gateway, machine, network_of, person, policy, role, rule, strong_password, tags, trail,
)

ORGANIZATION_TRAIL = "--members-alone" not in sys.argv
ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess"
READER = "arn:aws:iam::aws:policy/ReadOnlyAccess"
PARTNER = "999988887777"  # an account of somebody else's


def owned(environment, **more):
    return tags(Owner="team-shop@contoso.example", CostCenter="4711", Department="retail", Project="shop",
                Environment=environment, **more)


def main():
    urllib.request.urlopen(urllib.request.Request(f"{ENDPOINT}/moto-api/seed?a=20260101", method="POST")).close()
    management = {"aws_access_key_id": "AKIAEXAMPLEMANAGEMENT", "aws_secret_access_key": "test"}
    accounts = organization(management)
    as_account = {name: assume(management, id) for name, id in accounts.items()}
    as_account["contoso-management"] = management
    for credentials in as_account.values():
        audit_role(credentials)
        for region in REGIONS:
            client("ec2", credentials, region).describe_vpcs()

    log_archive(as_account["contoso-log-archive"], accounts["contoso-log-archive"])
    management_account(management, accounts["contoso-management"])
    shop_production(as_account["contoso-shop-production"], accounts["contoso-shop-production"])
    payments_production(as_account["contoso-payments-production"], accounts["contoso-payments-production"])
    shop_development(as_account["contoso-shop-development"], accounts["contoso-shop-development"])
    print(json.dumps(accounts))


def organization(management):
    organizations = client("organizations", management, FAR)
    organizations.create_organization(FeatureSet="ALL")
    root = organizations.list_roots()["Roots"][0]["Id"]

    def unit(name, parent):
        return organizations.create_organizational_unit(ParentId=parent, Name=name)["OrganizationalUnit"]["Id"]

    security = unit("Security", root)
    production = unit("Production", root)
    development = unit("Development", root)

    def account(name, parent, account_tags):
        status = organizations.create_account(AccountName=name, Email=f"{name}@contoso.example", Tags=account_tags)
        account_id = status["CreateAccountStatus"]["AccountId"]
        organizations.move_account(AccountId=account_id, SourceParentId=root, DestinationParentId=parent)
        return account_id

    organizations.tag_resource(ResourceId="123456789012", Tags=owned("shared"))
    organizations.enable_policy_type(RootId=root, PolicyType="SERVICE_CONTROL_POLICY")
    # twin: nobody leaves, and no root user acts, in any member.
    guardrail(organizations, "deny-leaving", [root], deny("organizations:LeaveOrganization"))
    guardrail(organizations, "deny-root", [root],
              deny("*", Condition={"StringLike": {"aws:PrincipalArn": "arn:aws:iam::*:root"}}))
    # flaw: not for Development, where the trail can be stopped and nothing must be tagged.
    guardrail(organizations, "protect-trail", [security, production],
              deny(["cloudtrail:StopLogging", "cloudtrail:DeleteTrail", "cloudtrail:UpdateTrail"]))
    guardrail(organizations, "demand-tags", [security, production], *(
        deny("ec2:RunInstances", Condition={"Null": {f"aws:RequestTag/{key}": "true"}})
        for key in ("Project", "Department", "Environment")))
    accounts = {
        "contoso-management": "123456789012",
        "contoso-log-archive": account("contoso-log-archive", security, owned("shared")),
        "contoso-shop-production": account("contoso-shop-production", production, owned("production")),
        "contoso-payments-production": account("contoso-payments-production", production, owned("production")),
        # flaw: an account without tags; its name and unit still say development.
        "contoso-shop-development": account("contoso-shop-development", development, []),
    }
    # flaw: of the two accounts of production one alone is kept from large machines and from other regions.
    guardrail(organizations, "small-machines", [accounts["contoso-payments-production"]],
              deny("ec2:RunInstances", Condition={"StringNotLike": {"ec2:InstanceType": ["t3.*", "m7g.large"]}}))
    guardrail(organizations, "few-regions", [accounts["contoso-payments-production"]], {
        "Effect": "Deny", "NotAction": ["iam:*", "organizations:*", "budgets:*"], "Resource": "*",
        "Condition": {"StringNotEquals": {"aws:RequestedRegion": [HOME, FAR]}}})
    return accounts


def deny(actions, **more):
    return {"Effect": "Deny", "Action": actions, "Resource": "*", **more}


def management_account(credentials, account_id):
    strong_password(credentials)
    # flaw: without a filter it counts the whole organization, so nothing limits this account alone.
    budget(credentials, account_id, "monthly", alert=True)
    block_public_access(credentials, account_id)
    encrypt_new_volumes(credentials, *REGIONS)
    # twin: the organization's trail, of every region, validated, in the archive account's bucket.
    trail(credentials, "organization", "contoso-audit-archive", IsMultiRegionTrail=True, EnableLogFileValidation=True,
          IsOrganizationTrail=ORGANIZATION_TRAIL, IncludeGlobalServiceEvents=True, TagsList=owned("shared"),
          KmsKeyId=f"arn:aws:kms:eu-west-1:{account_id}:key/11111111-2222-3333-4444-555555555555")
    # flaw: a workload where the organization is managed; the machine itself is well kept.
    ec2 = client("ec2", credentials, HOME)
    subnet, network = network_of(ec2, "tools", "10.10.0.0/16", owned("shared"), flow_logs=True)
    closed = [group(ec2, network, "build", rule("tcp", 443, 443, "10.0.0.0/8"))]
    instance(ec2, subnet, closed, owned("shared", Name="build-server"), tokens="required", public=False,
             **identity_of_machines(credentials))


def log_archive(credentials, account_id):
    # flaw: a person has a password, and no policy is set, which means AWS's default of eight characters.
    person(client("iam", credentials, FAR), "archivist", mfa=True)
    budget(credentials, account_id, "monthly", alert=False)  # flaw: a budget that tells nobody
    block_public_access(credentials, account_id)
    encrypt_new_volumes(credentials, *REGIONS)
    bucket(credentials, "contoso-audit-archive", owned("shared"), blocked=True, tls_only=True, versioned=True)


def shop_production(credentials, account_id):
    strong_password(credentials)
    budget(credentials, account_id, "monthly", alert=True)
    encrypt_new_volumes(credentials, HOME)  # flaw: not in the other region
    # flaw: anybody reads it; nothing blocks it, neither here nor on the account.
    bucket(credentials, "contoso-shop-images", owned("production"), blocked=False, tls_only=True, public=True)
    # flaw: private, but plain HTTP is answered.
    bucket(credentials, "contoso-shop-uploads", owned("production"), blocked=True, tls_only=False)
    # flaw: private today, and nothing keeps it so.
    bucket(credentials, "contoso-shop-drafts", owned("production"), blocked=False, tls_only=True, versioned=True)
    # twin: private, blocked and TLS only.
    bucket(credentials, "contoso-shop-invoices", owned("production"), blocked=True, tls_only=True, versioned=True)

    # flaw: a partner may read without an external id, so whoever tricks the partner may too.
    role(client("iam", credentials, FAR), "partner-dashboards", {"AWS": PARTNER}, READER,
         said="What the partner shows us.")

    ec2 = client("ec2", credentials, HOME)
    subnet, network = network_of(ec2, "shop", "10.20.0.0/16", owned("production"), flow_logs=True)
    internet_gateway(ec2, network)
    open_groups = [
        group(ec2, network, "ssh-open", rule("tcp", 22, 22, "0.0.0.0/0")),  # flaw
        group(ec2, network, "rdp-open-v6", rule("tcp", 3389, 3389, "::/0")),  # flaw
        group(ec2, network, "ssh-halves", rule("tcp", 22, 22, "0.0.0.0/1", "128.0.0.0/1")),  # flaw: all of it
        group(ec2, network, "wide-range", rule("tcp", 1, 1024, "0.0.0.0/0")),  # flaw: the range contains 22
        group(ec2, network, "everything-open", rule("-1", None, None, "0.0.0.0/0")),  # flaw: every port
    ]
    closed_groups = [
        group(ec2, network, "ssh-internal", rule("tcp", 22, 22, "10.0.0.0/8")),  # twin
        group(ec2, network, "ssh-bastion", rule("tcp", 22, 22, "203.0.113.7/32")),  # twin
        group(ec2, network, "rdp-corporate", rule("tcp", 3389, 3389, "198.51.100.0/24", "2001:db8::/32")),  # twin
        group(ec2, network, "ssh-quarters", rule("tcp", 22, 22, "0.0.0.0/2", "192.0.0.0/2")),  # twin: only half
        # twin: HTTPS is for the public. flaw: nobody wrote what it is for, as all others say.
        group(ec2, network, "web", rule("tcp", 443, 443, "0.0.0.0/0", "::/0", what=None)),
    ]
    # flaw: the network's own group lets somebody in, and an interface that was made in a hurry is behind it.
    own = ec2.describe_security_groups(Filters=[
        {"Name": "vpc-id", "Values": [network]}, {"Name": "group-name", "Values": ["default"]}])["SecurityGroups"][0]
    ec2.authorize_security_group_ingress(GroupId=own["GroupId"], IpPermissions=[rule("tcp", 443, 443, "10.0.0.0/8")])
    # twin: open, but nothing behind it has a public address. flaw: until somebody gives it one.
    reserved = [group(ec2, network, "ssh-in-reserve", rule("tcp", 22, 22, "0.0.0.0/0"))]
    group(ec2, network, "ssh-forgotten", rule("tcp", 22, 22, "0.0.0.0/0"))  # twin: open, but attached to nothing
    # flaw: a public address, the old metadata service, everything open, no identity, no tags but its name.
    instance(ec2, subnet, open_groups, tags(Name="old-jump-host"), tokens="optional", public=True)
    # twin: no public address, metadata by token only, an identity of its own, tagged.
    instance(ec2, subnet, closed_groups + reserved, owned("production", Name="web-1"), tokens="required", public=False,
             **identity_of_machines(credentials))


def payments_production(credentials, account_id):
    strong_password(credentials)
    budget(credentials, account_id, "monthly", alert=True)
    block_public_access(credentials, account_id)
    encrypt_new_volumes(credentials, *REGIONS)
    # twin: of the default networks without tags and flow logs that every other account has.
    for region in REGIONS:
        delete_default_network(client("ec2", credentials, region))
    # twin: nothing blocks this bucket itself, but the account blocks every one.
    bucket(credentials, "contoso-payments-ledger", owned("production"), blocked=False, tls_only=True)
    ec2 = client("ec2", credentials, HOME)
    subnet, network = network_of(ec2, "payments", "10.30.0.0/16", owned("production"), flow_logs=True)
    endpoint(ec2, network, "s3")  # twin: of the network in production that has none
    # twin: a reserved address that an interface uses.
    interface = ec2.describe_network_interfaces(Filters=[{"Name": "subnet-id", "Values": [subnet]}])
    address(ec2, owned("production", Name="gateway"), interface["NetworkInterfaces"][0]["NetworkInterfaceId"])
    iam = client("iam", credentials, FAR)
    # twin: an administrator with MFA and no key; a machine with a fresh key and no password.
    person(iam, "ada", mfa=True)
    iam.attach_user_policy(UserName="ada", PolicyArn=ADMINISTRATOR)
    machine(iam, "ci-fresh-key")
    # twin: a partner may read, and must name what only the two know.
    role(iam, "partner-reader", {"AWS": PARTNER}, READER, said="The partner's yearly review.",
         StringEquals={"sts:ExternalId": "contoso-7f3a"})
    # twin: tokens of one repository alone, and a policy that allows a part.
    role(iam, "pipeline", github(account_id), policy(iam, "publish", "s3:PutObject"), said="Publishes the pages.",
         StringLike={"token.actions.githubusercontent.com:sub": "repo:contoso/pages:*"})


def shop_development(credentials, account_id):
    # flaw: six characters, no complexity, no reuse prevention, never expires.
    client("iam", credentials, FAR).update_account_password_policy(MinimumPasswordLength=6)
    budget(credentials, account_id, "requests", alert=True, limits="USAGE")  # flaw: a budget, but not of cost
    # flaw: a trail of one region, without validation.
    bucket(credentials, "contoso-shop-dev-trail", [], blocked=True, tls_only=True)  # flaw: no tags, no versions
    trail(credentials, "one-region", "contoso-shop-dev-trail", IsMultiRegionTrail=False)
    iam = client("iam", credentials, FAR)
    # flaw: a password, no MFA, and full rights, which come by a group.
    person(iam, "legacy-admin", mfa=False)
    iam.create_group(GroupName="administrators")
    iam.attach_group_policy(GroupName="administrators", PolicyArn=ADMINISTRATOR)
    iam.add_user_to_group(GroupName="administrators", UserName="legacy-admin")
    iam.create_access_key(UserName="legacy-admin")  # flaw: full rights by a key
    person(iam, "intern", mfa=False)  # flaw: a password, no MFA
    machine(iam, "legacy-deploy")  # flaw: the proxy says that its key was made in 2020, which moto cannot
    # flaw: a stranger may do everything; nobody wrote what for.
    role(iam, "partner-admin", {"AWS": PARTNER}, ADMINISTRATOR)
    # flaw: tokens of anybody's repository.
    role(iam, "pipeline", github(account_id), READER, said="Reads what the pages show.",
         StringEquals={"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"})
    # flaw: a policy of the company's own that allows everything.
    role(iam, "migration", {"AWS": account_id}, policy(iam, "all", "*"), said="Moves the old shop.")
    ec2 = client("ec2", credentials, HOME)
    address(ec2, [])  # flaw: reserved, used by nothing, and no tags
    network_of(ec2, "shop-dev", "10.40.0.0/16", [], flow_logs=False)  # flaw: no flow logs, no tags
    # flaw: something runs in the default network, which logs nothing either.
    default = ec2.describe_subnets(Filters=[{"Name": "default-for-az", "Values": ["true"]}])["Subnets"][0]["SubnetId"]
    ec2.create_network_interface(SubnetId=default)


main()
