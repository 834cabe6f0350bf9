module example.com/wiredesk/publish-and-read

go 1.22

require (
	github.com/nats-io/nats.go v1.37.0
	github.com/nats-io/nuid v1.0.1
)
