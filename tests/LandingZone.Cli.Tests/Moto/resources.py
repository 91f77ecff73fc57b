"""Makes one AWS thing a call in moto. What seed.py leaves unsaid is as AWS makes it."""

import json
import sys

import boto3
from botocore.config import Config

ENDPOINT = sys.argv[1]
HOME, FAR = "eu-west-1", "us-east-1"
REGIONS = (HOME, FAR)
IMAGE = "ami-12c6146b"  # one of the images that moto knows in every region


def client(service, credentials, region=HOME):
    config = Config(s3={"addressing_style": "path"}, retries={"total_max_attempts": 1})
    return boto3.client(service, region, endpoint_url=ENDPOINT, config=config, **credentials)


def tags(**values):
    return [{"Key": key, "Value": value} for key, value in values.items()]


def trail(credentials, name, lands_in, **settings):
    cloudtrail = client("cloudtrail", credentials)
    cloudtrail.create_trail(Name=name, S3BucketName=lands_in, **settings)
    cloudtrail.start_logging(Name=name)
    # What a new trail of AWS records; moto's records nothing until told.
    cloudtrail.put_event_selectors(TrailName=name, EventSelectors=[
        {"ReadWriteType": "All", "IncludeManagementEvents": True, "DataResources": []}])


def strong_password(credentials):
    client("iam", credentials, FAR).update_account_password_policy(
        MinimumPasswordLength=16, RequireSymbols=True, RequireNumbers=True, RequireUppercaseCharacters=True,
        RequireLowercaseCharacters=True, AllowUsersToChangePassword=True, MaxPasswordAge=90, PasswordReusePrevention=24)


def budget(credentials, account_id, name, alert, limits="COST"):
    budgets = client("budgets", credentials, FAR)
    budgets.create_budget(AccountId=account_id, Budget={
        "BudgetName": name, "BudgetType": limits, "TimeUnit": "MONTHLY",
        "BudgetLimit": {"Amount": "1000", "Unit": "USD"}})
    if alert:
        budgets.create_notification(
            AccountId=account_id, BudgetName=name,
            Notification={"NotificationType": "ACTUAL", "ComparisonOperator": "GREATER_THAN", "Threshold": 80.0,
                          "ThresholdType": "PERCENTAGE"},
            Subscribers=[{"SubscriptionType": "EMAIL", "Address": "finops@contoso.example"}])


def block_public_access(credentials, account_id):
    s3control = client("s3control", credentials)

    def without_account_in_host(request, **_):  # 123456789012.127.0.0.1 is no address
        request.url = request.url.replace(f"//{account_id}.", "//", 1)

    s3control.meta.events.register("before-send.s3-control", without_account_in_host)
    s3control.put_public_access_block(AccountId=account_id, PublicAccessBlockConfiguration=all_blocked())


def all_blocked():
    return dict.fromkeys(("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"), True)


def encrypt_new_volumes(credentials, *regions):
    for region in regions:
        client("ec2", credentials, region).enable_ebs_encryption_by_default()


def bucket(credentials, name, bucket_tags, blocked, tls_only, public=False, versioned=False):
    s3 = client("s3", credentials)
    s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": HOME})
    arns = [f"arn:aws:s3:::{name}", f"arn:aws:s3:::{name}/*"]
    statements = []
    if tls_only:
        statements.append({"Sid": "TlsOnly", "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": arns,
                           "Condition": {"Bool": {"aws:SecureTransport": "false"}}})
    if public:
        statements.append({"Sid": "PublicRead", "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject",
                           "Resource": arns[1]})
    if statements:
        s3.put_bucket_policy(Bucket=name, Policy=json.dumps({"Version": "2012-10-17", "Statement": statements}))
    if blocked:
        s3.put_public_access_block(Bucket=name, PublicAccessBlockConfiguration=all_blocked())
    if bucket_tags:
        s3.put_bucket_tagging(Bucket=name, Tagging={"TagSet": bucket_tags})
    if versioned:
        s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
    # AWS encrypts every new bucket since January 2023; moto does only when told.
    s3.put_bucket_encryption(Bucket=name, ServerSideEncryptionConfiguration={
        "Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}]})


def delete_default_network(ec2):
    network = ec2.describe_vpcs(Filters=[{"Name": "is-default", "Values": ["true"]}])["Vpcs"][0]["VpcId"]
    for subnet in ec2.describe_subnets(Filters=[{"Name": "vpc-id", "Values": [network]}])["Subnets"]:
        ec2.delete_subnet(SubnetId=subnet["SubnetId"])
    ec2.delete_vpc(VpcId=network)


def internet_gateway(ec2, network):
    """A gateway, and a route to it for every subnet of the network without a table of its own."""
    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=network)
    table = ec2.describe_route_tables(Filters=[{"Name": "vpc-id", "Values": [network]}])["RouteTables"][0]
    ec2.create_route(RouteTableId=table["RouteTableId"], DestinationCidrBlock="0.0.0.0/0", GatewayId=gateway)


def endpoint(ec2, network, service):
    table = ec2.describe_route_tables(Filters=[{"Name": "vpc-id", "Values": [network]}])["RouteTables"][0]
    ec2.create_vpc_endpoint(VpcId=network, VpcEndpointType="Gateway", RouteTableIds=[table["RouteTableId"]],
                            ServiceName=f"com.amazonaws.{HOME}.{service}")


def network_of(ec2, name, cidr, network_tags, flow_logs):
    network = ec2.create_vpc(CidrBlock=cidr)["Vpc"]["VpcId"]
    ec2.create_tags(Resources=[network], Tags=[*network_tags, *tags(Name=name)])
    subnet = ec2.create_subnet(VpcId=network, CidrBlock=cidr.replace("/16", "/24"))["Subnet"]["SubnetId"]
    ec2.create_tags(Resources=[subnet], Tags=[*network_tags, *tags(Name=name)])
    # A new subnet of AWS gives nothing a public address; moto's first one of a zone does.
    ec2.modify_subnet_attribute(SubnetId=subnet, MapPublicIpOnLaunch={"Value": False})
    # An interface, so that the network is in use.
    ec2.create_network_interface(SubnetId=subnet)
    if flow_logs:
        ec2.create_flow_logs(ResourceIds=[network], ResourceType="VPC", TrafficType="ALL", LogDestinationType="s3",
                             LogDestination="arn:aws:s3:::contoso-audit-archive")
    return subnet, network


def rule(protocol, first, last, *ranges, what="Ticket OPS-1"):
    ports = {} if first is None else {"FromPort": first, "ToPort": last}
    said = {"Description": what} if what else {}
    return {"IpProtocol": protocol, **ports,
            "IpRanges": [{"CidrIp": range, **said} for range in ranges if ":" not in range],
            "Ipv6Ranges": [{"CidrIpv6": range, **said} for range in ranges if ":" in range]}


def group(ec2, network, name, ingress):
    made = ec2.create_security_group(GroupName=name, Description=name, VpcId=network)["GroupId"]
    ec2.authorize_security_group_ingress(GroupId=made, IpPermissions=[ingress])
    return made


def identity_of_machines(credentials):
    """A role for machines and the profile that gives it to them."""
    iam = client("iam", credentials, FAR)
    role(iam, "machine", {"Service": "ec2.amazonaws.com"}, said="What the machines of this account may do.")
    iam.create_instance_profile(InstanceProfileName="machine")
    iam.add_role_to_instance_profile(InstanceProfileName="machine", RoleName="machine")
    return {"IamInstanceProfile": {"Name": "machine"}}


def instance(ec2, subnet, security_groups, instance_tags, tokens, public, **more):
    ec2.run_instances(
        **more,
        ImageId=IMAGE, InstanceType="t3.micro", MinCount=1, MaxCount=1,
        MetadataOptions={"HttpTokens": tokens, "HttpEndpoint": "enabled"},
        NetworkInterfaces=[{"DeviceIndex": 0, "SubnetId": subnet, "Groups": security_groups,
                            "AssociatePublicIpAddress": public}],
        TagSpecifications=[{"ResourceType": "instance", "Tags": instance_tags}])


def person(iam, name, mfa):
    iam.create_user(UserName=name)
    iam.create_login_profile(UserName=name, Password="Correct-Horse-42-Battery")
    if mfa:
        device = iam.create_virtual_mfa_device(VirtualMFADeviceName=name)["VirtualMFADevice"]["SerialNumber"]
        iam.enable_mfa_device(
            UserName=name, SerialNumber=device, AuthenticationCode1="123456", AuthenticationCode2="654321")


def machine(iam, name):
    iam.create_user(UserName=name)
    iam.create_access_key(UserName=name)


def assume(management, account_id):
    answer = client("sts", management).assume_role(
        RoleArn=f"arn:aws:iam::{account_id}:role/OrganizationAccountAccessRole", RoleSessionName="seed")["Credentials"]
    return {"aws_access_key_id": answer["AccessKeyId"], "aws_secret_access_key": answer["SecretAccessKey"],
            "aws_session_token": answer["SessionToken"]}


def document(**statement):
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


def role(iam, name, trusts, policy=None, said=None, **condition):
    """A role; trusts is the principal of its trust policy, which the condition narrows, said its description."""
    action = "sts:AssumeRoleWithWebIdentity" if "Federated" in trusts else "sts:AssumeRole"
    narrowed = {"Condition": condition} if condition else {}
    iam.create_role(RoleName=name, **({"Description": said} if said else {}), AssumeRolePolicyDocument=document(
        Effect="Allow", Principal=trusts, Action=action, **narrowed))
    if policy:
        iam.attach_role_policy(RoleName=name, PolicyArn=policy)


def policy(iam, name, action):
    return iam.create_policy(PolicyName=name, PolicyDocument=document(
        Effect="Allow", Action=action, Resource="*"))["Policy"]["Arn"]


def github(account_id):
    return {"Federated": f"arn:aws:iam::{account_id}:oidc-provider/token.actions.githubusercontent.com"}


def audit_role(credentials):
    role(client("iam", credentials, FAR), "LandingZoneAudit", {"AWS": "123456789012"},
         said="Read by the nightly audit.")


def guardrail(organizations, name, targets, *statements):
    made = organizations.create_policy(
        Name=name, Description=name, Type="SERVICE_CONTROL_POLICY",
        Content=json.dumps({"Version": "2012-10-17", "Statement": statements}))["Policy"]["PolicySummary"]["Id"]
    for target in targets:
        organizations.attach_policy(PolicyId=made, TargetId=target)


def address(ec2, address_tags, interface=None):
    made = ec2.allocate_address(Domain="vpc")["AllocationId"]
    if address_tags:
        ec2.create_tags(Resources=[made], Tags=address_tags)
    if interface:
        ec2.associate_address(AllocationId=made, NetworkInterfaceId=interface)
